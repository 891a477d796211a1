import type { Message } from '#lib/trace/event.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Mark, Scene } from './mark.ts';
import { hasFailed, messageInk, messageNames } from './message-text.ts';
import type { SceneOptions } from './options.ts';
import { Pen } from './pen.ts';
import { lanesOf, type Lane } from './sequence-lanes.ts';
import { textWidth } from './text-width.ts';

const header = 44;
const gutterWidth = 76;
/** px a second of screen time. */
const pxPerMs = 0.052;
/** Where the play head stands, from the top. */
const headShare = 0.62;

/**
 * The same messages as arrows between lanes, one lane a component. Time runs downwards as it does on the screen; the play
 * head stays where it is and the arrows pass it.
 */
export function sequence(index: TraceIndex, clusterMs: number, options: SceneOptions): Scene {
	const { width, height, tempo, projector = false, showEverything = false } = options;
	const pen = new Pen(1, projector ? 1.35 : 1);
	const gutter = pen.typeSize(gutterWidth);
	const headY = header + (height - header) * headShare;
	const screenNow = tempo.toScreen(clusterMs);
	const yOf = (ms: number) => headY + (tempo.toScreen(ms) - screenNow) * pxPerMs;
	const lanes = lanesOf(index.trace, showEverything, gutter, width);
	pen.rect('ground', { x: 0, y: 0, width, height }, { fill: 'paper' });
	drawLanes(pen, lanes, height);
	const fromMs = tempo.toCluster(Math.max(0, screenNow - (headY - header) / pxPerMs));
	const toMs = tempo.toCluster(screenNow + (height - headY) / pxPerMs);
	const ranks = ranksOf(index.trace);
	const labels: Mark[] = [];
	for (const message of index.messages.at(toMs, fromMs)) {
		if (ranks[message.seq] !== 'story' && !showEverything) continue;
		if (message.sentAtMs < tempo.startMs) continue;
		drawArrow(pen, lanes, message, { yOf, clusterMs, startMs: tempo.startMs, labels, gutter });
	}
	pen.path('head', ['M', 0, headY, 'L', width, headY], { stroke: 'api', strokeWidth: 1.5 });
	pen.circle('head/knob', 8, headY, 5, { fill: 'api' });
	return { width, height, marks: [...pen.marks, ...labels] };
}

function drawLanes(pen: Pen, lanes: ReadonlyMap<string, Lane>, height: number): void {
	for (const { place, x, name, node, room } of lanes.values()) {
		pen.path(`lane/${place}`, ['M', x, header, 'L', x, height], {
			stroke: 'line2',
			strokeWidth: 1.25
		});
		const subject = `component:${place}`;
		const box = { x: x - room / 2, y: 5, width: room, height: 36 };
		pen.rect(`lane/${place}/head`, box, {
			fill: 'surface',
			stroke: 'line2',
			strokeWidth: 1.25,
			radius: 7,
			subject
		});
		pen.text(`lane/${place}/name`, x, node ? 20 : 27, name, {
			size: 12,
			weight: 600,
			fill: 'ink',
			anchor: 'middle',
			room: room - 8,
			subject
		});
		if (node) {
			pen.text(`lane/${place}/node`, x, 35, node, {
				size: 10.5,
				fill: 'ink3',
				anchor: 'middle',
				room: room - 8,
				subject
			});
		}
	}
}

interface ArrowContext {
	readonly yOf: (ms: number) => number;
	readonly clusterMs: number;
	readonly startMs: number;
	/** Labels that stand already: a new one must not touch them. */
	readonly labels: Mark[];
	/** Width of the column of times. */
	readonly gutter: number;
}

function drawArrow(
	pen: Pen,
	lanes: ReadonlyMap<string, Lane>,
	message: Message,
	context: ArrowContext
): void {
	const from = lanes.get(laneOf(message.from));
	const to = lanes.get(laneOf(message.to));
	if (!from || !to || from === to) return;
	const { yOf, clusterMs, startMs, labels, gutter } = context;
	const key = `arrow/${message.seq}`;
	const subject = `message:${message.seq}`;
	const [y1, y2] = [yOf(message.sentAtMs), yOf(message.receivedAtMs)];
	if (y1 < header + 6) return;
	const future = message.sentAtMs > clusterMs;
	const ink = messageInk(message);
	const opacity = future ? 0.28 : 1;
	pen.path(key, ['M', from.x, y1, 'L', to.x, y2], {
		stroke: ink,
		strokeWidth: 1.75,
		opacity,
		subject
	});
	const angle = Math.atan2(y2 - y1, to.x - from.x);
	const wing = (turn: number) =>
		[to.x - 8 * Math.cos(angle + turn), y2 - 8 * Math.sin(angle + turn)] as const;
	const tip = ['M', ...wing(0.42), 'L', to.x, y2, 'L', ...wing(-0.42)];
	pen.path(`${key}/tip`, tip, { stroke: ink, strokeWidth: 1.75, opacity, subject });
	if (hasFailed(message)) {
		const [x, y] = [(from.x + to.x) / 2, (y1 + y2) / 2];
		const cross = ['M', x - 4, y - 4, 'L', x + 4, y + 4, 'M', x - 4, y + 4, 'L', x + 4, y - 4];
		pen.path(`${key}/cross`, cross, { stroke: 'bad', strokeWidth: 2, opacity });
	}
	if (future) return;
	labelArrow(pen, lanes, message, { from: [from.x, y1], to: [to.x, y2] }, context);
	const clock = `${((message.sentAtMs - startMs) / 1000).toFixed(3)} s`;
	const time = new Pen(1, pen.typeSize(1));
	time.text(`${key}/clock`, gutter - 14, y1 + 4, clock, {
		size: 11,
		font: 'mono',
		fill: 'ink3',
		anchor: 'end'
	});
	const told = (other: Mark) => other.type === 'text' && other.text === clock;
	if (!labels.some((other) => told(other) || touches(other, time.marks[0]!))) {
		labels.push(...time.marks);
	}
}

type Place = readonly [x: number, y: number];

/** Writes on the arrow what it is, between two lanes: as near to its tip as there is room. */
function labelArrow(
	pen: Pen,
	lanes: ReadonlyMap<string, Lane>,
	message: Message,
	arrow: { readonly from: Place; readonly to: Place },
	{ labels }: ArrowContext
): void {
	const { from, to } = arrow;
	const [low, high] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
	const xs = [...lanes.values()].map(({ x }) => x).filter((x) => x >= low && x <= high);
	const style = { size: pen.typeSize(11), font: 'mono', weight: 600 } as const;
	const names = messageNames(message);
	const within = (room: number) => names.find((name) => textWidth(name, style) <= room - 32);
	const inGap = within((high - low) / Math.max(1, xs.length - 1));
	const text = inGap ?? within(high - low);
	if (!text) return;
	// What is too long for a gap between two lanes lies across those that the arrow crosses.
	const middles = inGap ? xs.slice(1).map((x, i) => (x + xs[i]!) / 2) : [(low + high) / 2];
	if (to[0] > from[0]) middles.reverse();
	for (const x of middles) {
		const y = from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0]);
		if (y < header + 14) continue;
		const label = new Pen(1, pen.typeSize(1));
		const width = textWidth(text, style);
		const height = pen.typeSize(15);
		const key = `arrow/${message.seq}/label`;
		const subject = `message:${message.seq}`;
		const ground = { x: x - width / 2 - 5, y: y - height / 2, width: width + 10, height };
		label.text(key, x - width / 2, y + pen.typeSize(3.8), text, {
			size: 11,
			font: 'mono',
			weight: 600,
			fill: messageInk(message),
			subject
		});
		if (labels.some((other) => touches(other, label.marks[0]!))) continue;
		// The line ends where the words begin.
		label.rect(`${key}/ground`, ground, { fill: 'paper' });
		labels.push(...label.marks.reverse());
		return;
	}
}

function touches(a: Mark, b: Mark): boolean {
	if (a.type !== 'text' || b.type !== 'text' || Math.abs(a.y - b.y) >= a.size + 2) return false;
	const left = (mark: typeof a) =>
		mark.anchor === 'end' ? mark.x - textWidth(mark.text, mark) : mark.x;
	const end = (mark: typeof a) => left(mark) + textWidth(mark.text, mark);
	return left(a) < end(b) + 6 && left(b) < end(a) + 6;
}

function laneOf(actor: string): string {
	return actor.startsWith('kubectl/') ? 'terminal' : actor;
}
