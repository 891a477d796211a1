import type { Box } from './box.ts';
import type { Mark } from './mark.ts';
import { messageInk, messageNames } from './message-text.ts';
import { Pen } from './pen.ts';
import type { Arrow } from './sequence-arrow.ts';
import type { Lane } from './sequence-lanes.ts';
import { textWidth } from './text-width.ts';

/** The words of the sequence view: none touches another, and none lies on an arrow that isn't its own if it can be helped. */
export class SequenceLabels {
	readonly marks: Mark[] = [];
	readonly #pen: Pen;
	readonly #xs: readonly number[];
	readonly #arrows: readonly Arrow[];
	readonly #header: number;

	constructor(
		pen: Pen,
		lanes: ReadonlyMap<string, Lane>,
		arrows: readonly Arrow[],
		/** Height of the lanes' heads. */
		header: number
	) {
		this.#pen = pen;
		this.#xs = [...lanes.values()].map(({ x }) => x);
		this.#arrows = arrows;
		this.#header = header;
	}

	/** Writes on an arrow what it is, between two lanes: as near to its tip as there is room. */
	name(arrow: Arrow): void {
		const { message, from, to } = arrow;
		const [low, high] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
		const xs = this.#xs.filter((x) => x >= low && x <= high);
		const style = { size: this.#pen.typeSize(11), font: 'mono', weight: 600 } as const;
		const names = messageNames(message);
		const within = (room: number) => names.find((name) => textWidth(name, style) <= room - 32);
		const inGap = within((high - low) / Math.max(1, xs.length - 1));
		const text = inGap ?? within(high - low);
		if (!text) return;
		// What is too long for a gap between two lanes lies across those that the arrow crosses.
		const middles = inGap ? xs.slice(1).map((x, i) => (x + xs[i]!) / 2) : [(low + high) / 2];
		if (to[0] > from[0]) middles.reverse();
		const size = { width: textWidth(text, style) + 10, height: this.#pen.typeSize(15) };
		const places = middles
			.map((x): Box => {
				const y = from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0]);
				return { x: x - size.width / 2, y: y - size.height / 2, ...size };
			})
			.filter((ground) => ground.y + ground.height / 2 >= this.#header + 14)
			.map((ground) => ({ ground, covered: this.#covered(ground, arrow) }))
			.sort((a, b) => a.covered - b.covered);
		for (const { ground } of places) if (this.#write(arrow, text, ground)) return;
	}

	/** Writes left of the lanes when it was sent, unless that stands there already. */
	time({ message, from: [, y] }: Arrow, end: number, startMs: number): void {
		const clock = `${((message.sentAtMs - startMs) / 1000).toFixed(3)} s`;
		const pen = new Pen(1, this.#pen.typeSize(1));
		pen.text(`arrow/${message.seq}/clock`, end, y + 4, clock, {
			size: 11,
			font: 'mono',
			fill: 'ink3',
			anchor: 'end'
		});
		if (!this.marks.some((other) => says(other, clock) || touches(other, pen.marks[0]!))) {
			this.marks.push(...pen.marks);
		}
	}

	#write({ message }: Arrow, text: string, ground: Box): boolean {
		const pen = new Pen(1, this.#pen.typeSize(1));
		const key = `arrow/${message.seq}/label`;
		const baseline = ground.y + ground.height / 2 + this.#pen.typeSize(3.8);
		// The line ends where the words begin.
		pen.rect(`${key}/ground`, ground, { fill: 'paper' });
		pen.text(key, ground.x + 5, baseline, text, {
			size: 11,
			font: 'mono',
			weight: 600,
			fill: messageInk(message),
			subject: `message:${message.seq}`
		});
		if (this.marks.some((other) => touches(other, pen.marks[1]!))) return false;
		this.marks.push(...pen.marks);
		return true;
	}

	/** How many other arrows a label would hide a piece of. */
	#covered(ground: Box, own: Arrow): number {
		return this.#arrows.filter((arrow) => arrow !== own && crosses(arrow, ground)).length;
	}
}

function says(mark: Mark, text: string): boolean {
	return mark.type === 'text' && mark.text === text;
}

/** Whether an arrow passes through a box: what it is at the box's sides, or between them. */
function crosses({ from, to }: Arrow, { x, y, width, height }: Box): boolean {
	const [left, right] = from[0] < to[0] ? [from, to] : [to, from];
	const start = Math.max(x, left[0]);
	const end = Math.min(x + width, right[0]);
	if (start >= end) return false;
	const slope = (right[1] - left[1]) / (right[0] - left[0]);
	const ys = [start, end].map((at) => left[1] + slope * (at - left[0]));
	return Math.max(...ys) > y && Math.min(...ys) < y + height;
}

function touches(a: Mark, b: Mark): boolean {
	if (a.type !== 'text' || b.type !== 'text' || Math.abs(a.y - b.y) >= a.size + 2) return false;
	const left = (mark: typeof a) =>
		mark.anchor === 'end' ? mark.x - textWidth(mark.text, mark) : mark.x;
	const end = (mark: typeof a) => left(mark) + textWidth(mark.text, mark);
	return left(a) < end(b) + 6 && left(b) < end(a) + 6;
}
