import { message } from '#lib/i18n/message.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { NodeVerdict, SchedulingDecision } from '#lib/trace/event.ts';
import { historyOf } from '#lib/trace/history.ts';
import { right, type Box } from './box.ts';
import { drawComponent } from './draw-frame.ts';
import { drawInsideScheduler } from './inside-scheduler.ts';
import { drawQueue, waitingPods } from './draw-queue.ts';
import { drawStopped, isStopped } from './draw-stopped.ts';
import { opened } from './opened.ts';
import type { View } from './view.ts';

const rowsShown = 3;
/** Screen time for which a decision stays lit after its Binding, and when there is none. */
const boundMs = 2200;
const refusalMs = 6000;

/** The scheduler: whom it looks at, whom it refused and why, the scores of the rest. */
export function drawScheduler(view: View, box: Box): void {
	const { state, layout, pen, locale } = view;
	if (isStopped(view, 'scheduler')) {
		drawComponent(view, 'scheduler', box, '10259', { ink: 'api', strength: 0 });
		return drawStopped(view, 'scheduler', box);
	}
	const decision = currentDecision(view);
	const waiting = decision ? [] : waitingPods(view.state);
	const queued = waiting[0];
	const active = decision || queued ? 1 : 0;
	drawComponent(view, 'scheduler', box, '10259', { ink: 'api', strength: active });
	const last = decision ?? state.decision;
	const known = last && last.atMs >= view.index.trace.header.startMs ? last : null;
	const shown = queued ? null : known;
	const statusRoom = shown || queued ? statusWidth(box, layout.type) : box.width - 28;
	const status = decision
		? verdict(view, decision)
		: queued
			? message(locale, 'scene.scheduler-looks', { pod: queued.split('/')[1] ?? queued })
			: message(locale, shown ? 'scene.watching-short' : 'scene.watching');
	const y = box.y + box.height - 12;
	const scale = opened(view, box);
	if (!shown || !scale) {
		pen.text('scheduler/status', box.x + 14, y, status, {
			size: 11.5,
			fill: 'ink2',
			room: statusRoom
		});
	}
	if (shown && scale) drawInsideScheduler(view, box, shown, scale);
	else if (queued) drawQueue(view, box, box.x + 14 + statusWidth(box, layout.type), waiting);
	else if (shown) drawVerdicts(view, box, shown, decision !== null);
}

/** The decision that is being acted on: from when it is made until its Binding is answered. */
function currentDecision({ state, clock, index }: View): SchedulingDecision | null {
	const { decision } = state;
	if (!decision) return null;
	if (decision.winner === null) return clock.since(decision.atMs) > refusalMs ? null : decision;
	const binding = historyOf(index.trace, `/registry/pods/${decision.pod}`).find(
		({ seq, object }) => seq > decision.seq && (object as Pod | null)?.spec.nodeName
	);
	return !binding || clock.nowMs < binding.atMs || clock.glow(binding.atMs, boundMs) > 0
		? decision
		: null;
}

function verdict({ locale }: View, decision: SchedulingDecision): string {
	if (decision.winner === null) return decision.message ?? message(locale, 'scene.no-node-fits');
	if (decision.tied > 1) return message(locale, 'scene.tie');
	return message(locale, 'scene.chosen', { node: decision.winner });
}

function drawVerdicts(view: View, box: Box, decision: SchedulingDecision, current: boolean): void {
	const { pen, layout, locale } = view;
	const ranked = [...decision.nodes].sort((a, b) => rankOf(decision, b) - rankOf(decision, a));
	const shown = inGivenOrder(decision.nodes, ranked.slice(0, rowsShown));
	const best = Math.max(1, ...decision.nodes.map(({ total }) => total ?? 0));
	const nameWidth = 78 * layout.type;
	const x = box.x + 14 + statusWidth(box, layout.type);
	const step = Math.min(28, (box.height - 20) / rowsShown);
	shown.forEach((node, i) => {
		const key = `scheduler/node/${node.node}`;
		const y = box.y + 10 + (i + 0.5) * step;
		const won = node.node === decision.winner && current;
		const textY = y + 4 * layout.type;
		const name = { size: 12, font: 'mono', weight: won ? 600 : 400, room: nameWidth - 4 } as const;
		pen.text(`${key}/name`, x, textY, node.node, { ...name, fill: won ? 'ink' : 'ink2' });
		const barX = x + nameWidth;
		const room = right(box) - 14 - barX;
		if (node.refusedBy) {
			const cross = [
				'M',
				barX,
				y - 4,
				'L',
				barX + 8,
				y + 4,
				'M',
				barX,
				y + 4,
				'L',
				barX + 8,
				y - 4
			];
			pen.path(`${key}/refused`, cross, { stroke: current ? 'bad' : 'ink3', strokeWidth: 1.75 });
			const why = node.reasons?.[0] ?? node.refusedBy;
			pen.text(`${key}/why`, barX + 15, textY, why, {
				size: 11,
				fill: current ? 'bad' : 'ink3',
				room: room - 15
			});
			return;
		}
		if (node.total === undefined) {
			const passes = message(locale, 'scene.passes');
			pen.text(`${key}/passes`, barX, textY, passes, { size: 11, fill: 'ink2', room });
			return;
		}
		const numberRoom = 42 * layout.type;
		if (room < numberRoom) {
			pen.text(`${key}/score`, right(box) - 12, textY, String(node.total ?? 0), {
				size: 12,
				font: 'mono',
				weight: won ? 600 : 400,
				anchor: 'end',
				fill: won ? 'ink' : 'ink2'
			});
			return;
		}
		const width = Math.max(2, ((node.total ?? 0) / best) * Math.min(160, room - numberRoom));
		const bar = { x: barX, y: y - 5.5, width, height: 11 };
		pen.rect(`${key}/bar`, bar, { fill: won ? 'api' : 'line2', radius: 2.5 });
		const score = { size: 12, font: 'mono', weight: won ? 600 : 400 } as const;
		pen.text(`${key}/score`, barX + width + 8, textY, String(node.total ?? 0), {
			...score,
			fill: won ? 'ink' : 'ink2'
		});
	});
	const rest = decision.nodes.length - shown.length;
	if (rest > 0 && layout.type === 1) {
		const more = message(locale, 'scene.more-nodes', { count: rest });
		pen.text('scheduler/more', box.x + 14, box.y + box.height - 28, more, {
			size: 11,
			fill: 'ink3',
			room: 132
		});
	}
}

/** Left of the verdicts: less where the box is small. */
function statusWidth(box: Box, type: number): number {
	return Math.min(type > 1 ? 184 : 140, box.width * (type > 1 ? 0.42 : 0.36));
}

function rankOf(decision: SchedulingDecision, node: NodeVerdict): number {
	if (node.node === decision.winner) return Infinity;
	return node.total ?? -1;
}

function inGivenOrder(nodes: readonly NodeVerdict[], some: readonly NodeVerdict[]): NodeVerdict[] {
	return nodes.filter((node) => some.includes(node));
}
