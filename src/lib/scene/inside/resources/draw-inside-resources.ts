import { bisect } from '#lib/trace/bisect.ts';
import { evictionThreshold } from '#lib/kubernetes/eviction-threshold.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { podRequests } from '#lib/kubernetes/pod-requests.ts';
import type { EvictionDecision } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { right, type Box } from '../../box.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { resourcesMessage } from './resources-message.ts';
import { memoryText, type Room } from '../node-room.ts';
import { drawLegend } from './draw-legend.ts';
import { drawNodeBar } from './draw-node-bar.ts';
import { drawPodRows } from './draw-pod-rows.ts';
import { nodeUse, type NodeUse } from './node-use.ts';

const padding = 16;
const between = 20;
/** A narrower sheet has no room for a legend beside the rest. */
const legendWidth = 620;

/** A node opened: what it has promised and what is used of it, Pod by Pod, and who goes first when memory runs short. */
export function drawInsideResources(view: View, sheet: Box): void {
	const { pen, locale } = view;
	const use = nodeUse(view);
	const base = sheet.y + pen.typeSize(22);
	const box = { ...sheet, x: sheet.x + padding, width: sheet.width - 2 * padding };
	if (use === null) return;
	const title = { size: 15, weight: 600, fill: 'ink' } as const;
	pen.text('inside/title', box.x, base, use.node, {
		...title,
		subject: `object:/registry/minions/${use.node}`
	});
	const named = textWidth(use.node, { size: pen.typeSize(15), font: 'sans', weight: 600 });
	const isNarrow = box.width < legendWidth * pen.typeSize(1);
	if (!isNarrow) drawLegend(view, box.x + named + 24, base);
	drawMemoryLeft(view, box, base, use);
	const top = sheet.y + pen.typeSize(33);
	const width = (box.width - between) / 2;
	const refused = unplaced(view);
	const cpu = { x: box.x, y: top, width, height: 0 };
	drawNode(view, 'cpu', use, refused, cpu);
	drawNode(view, 'memory', use, refused, { ...cpu, x: box.x + width + between });
	const rowsTop = top + pen.typeSize(44);
	const rows = { ...box, y: rowsTop, height: sheet.y + sheet.height - 8 - rowsTop };
	if (use.pods.length > 0) return drawPodRows(view, rows, use.pods, evictionOrder(view, use));
	const none = resourcesMessage(locale, 'resources.no-pods');
	pen.text('inside/none', box.x, rowsTop + pen.typeSize(14), none, { size: 13, fill: 'ink2' });
}

/** What the kubelet watches: how much memory is left. */
function drawMemoryLeft({ pen, locale }: View, box: Box, base: number, use: NodeUse): void {
	const used = use.pods.reduce((sum, { uses }) => sum + uses.memory, use.besides);
	const left = use.allocatable.memory - used;
	const isShort = left < evictionThreshold.bytes;
	const available = resourcesMessage(locale, 'resources.available', {
		available: memoryText(left),
		threshold: evictionThreshold.text
	});
	const text = use.isUnderPressure ? `MemoryPressure · ${available}` : available;
	pen.text('inside/available', right(box), base, text, {
		size: 12.5,
		leastSize: 11,
		weight: isShort || use.isUnderPressure ? 600 : 400,
		fill: isShort || use.isUnderPressure ? 'bad' : 'ink2',
		anchor: 'end',
		room: box.width * 0.5
	});
}

function drawNode(
	{ pen, locale }: View,
	what: 'cpu' | 'memory',
	{ pods, allocatable, besides }: NodeUse,
	refused: Room | null,
	box: Box
): void {
	const of = what === 'cpu' ? 'milliCpu' : 'memory';
	const text = what === 'cpu' ? (milli: number) => `${milli}m` : memoryText;
	const alive = pods.filter(({ isOver }) => !isOver);
	const asked = alive.map(({ pod, requests }) => ({ key: pod, amount: requests[of] }));
	const used = alive.map(({ pod, uses }) => ({ key: pod, amount: uses[of] }));
	const sum = (parts: readonly { amount: number }[]): number =>
		parts.reduce((all, { amount }) => all + amount, 0);
	const own = what === 'memory' ? besides : 0;
	const full = allocatable[of];
	const isTooMuch = refused !== null && sum(asked) + refused[of] > full;
	const key = `inside/node/${what}`;
	drawNodeBar(
		pen,
		key,
		{
			asked,
			used,
			besides: own,
			full,
			...(isTooMuch ? { refused: refused[of] } : undefined),
			...(what === 'memory' ? { threshold: full - evictionThreshold.bytes } : undefined)
		},
		{ ...box, y: box.y + pen.typeSize(14) }
	);
	const says = resourcesMessage(locale, isTooMuch ? 'resources.too-much' : 'resources.promised', {
		what: what === 'cpu' ? 'CPU' : resourcesMessage(locale, 'resources.memory'),
		asked: text(sum(asked)),
		full: text(full),
		used: text(sum(used) + own),
		more: text(refused?.[of] ?? 0)
	});
	pen.text(`${key}/text`, box.x, box.y + pen.typeSize(8), says, {
		size: 12,
		leastSize: 10.5,
		fill: isTooMuch ? 'bad' : 'ink2',
		weight: isTooMuch ? 600 : 400,
		room: box.width
	});
}

/** What the last Pod asks for that the scheduler finds no node for. */
function unplaced({ state }: View): Room | null {
	const waiting = [...state.objects].flatMap(([key, { object, revision }]) => {
		const { spec, status } = object as Pod;
		if (!key.startsWith('/registry/pods/') || spec.nodeName !== undefined) return [];
		const refused = status.conditions?.some(({ reason }) => reason === 'Unschedulable');
		return refused ? [{ spec, revision }] : [];
	});
	const last = waiting.sort((a, b) => a.revision - b.revision).at(-1);
	return last ? podRequests(last.spec) : null;
}

const known = new WeakMap<Trace, readonly EvictionDecision[]>();

/** Counted from 1: in which order the node's kubelet would give up its Pods, as it found when it last had to. */
function evictionOrder({ index, state }: View, { node }: NodeUse): ReadonlyMap<string, number> {
	const { trace } = index;
	let decisions = known.get(trace);
	if (!decisions) {
		decisions = trace.events.filter(
			(event): event is EvictionDecision =>
				event.kind === 'decision' && event.decision === 'eviction'
		);
		known.set(trace, decisions);
	}
	const past = decisions.slice(
		0,
		bisect(decisions, ({ seq }) => seq >= state.count)
	);
	const last = past.findLast((one) => one.node === node);
	return new Map(last?.ranked.map(({ pod }, i) => [pod, i + 1]) ?? []);
}
