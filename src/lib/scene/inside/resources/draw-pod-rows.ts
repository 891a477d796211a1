import { right, type Box } from '../../box.ts';
import type { View } from '../../view.ts';
import { resourcesMessage } from './resources-message.ts';
import { memoryText } from '../node-room.ts';
import { drawUseBar } from './draw-use-bar.ts';
import type { PodUse } from './node-use.ts';

const mostStep = 27;
const leastStep = 16.5;
/** On a narrower sheet a Pod has two lines: CPU and memory one under the other. */
const leastWideWidth = 480;

/** Where the columns of a row begin, and how long their bars are. */
interface Columns {
	readonly qos: number;
	readonly cpu: number;
	readonly memory: number;
	readonly bar: number;
	/** Bars of memory are longer by this. */
	readonly longer: number;
	readonly end: number;
	/** How far CPU and memory lie apart. */
	readonly apart: number;
}

/** One row a Pod: its class, and on one scale for all what it asked for, may use and uses. */
export function drawPodRows(
	view: View,
	box: Box,
	pods: readonly PodUse[],
	/** By Pod, counted from 1: who goes first when the node is short of memory. */
	order: ReadonlyMap<string, number>
): void {
	const { pen } = view;
	const type = pen.typeSize(1);
	const columns = columnsOf(box, type);
	drawHead(view, box, columns, order.size > 0);
	const top = box.y + 20 * type;
	const room = box.y + box.height - top;
	const lines = columns.apart > 0 ? 2 : 1;
	const fits = Math.max(1, Math.floor(room / (lines * leastStep * type)));
	const shown = pods.length > fits ? pods.slice(-fits) : pods;
	const step = Math.min(lines * mostStep * type, room / Math.max(1, shown.length));
	const scale = (of: 'milliCpu' | 'memory'): number =>
		Math.max(1, ...pods.flatMap((one) => [one.limits[of] ?? 0, one.requests[of], one.uses[of]]));
	const full = { cpu: scale('milliCpu'), memory: scale('memory') };
	shown.forEach((pod, i) => {
		const upper = top + (i + 0.5) * step - columns.apart / 2;
		const lower = upper + columns.apart;
		drawName(view, pod, box.x, columns, upper);
		drawQos(view, pod, columns, lower);
		drawCpu(view, pod, columns, upper, full.cpu);
		drawMemory(view, pod, columns, lower, full.memory, order.get(pod.pod));
	});
}

function columnsOf({ x, width }: Box, type: number): Columns {
	const end = x + width;
	if (width < leastWideWidth * type) {
		const cpu = x + width * 0.32;
		const bar = width * 0.36;
		return { qos: x, cpu, memory: cpu, bar, longer: 1, end, apart: 20 * type };
	}
	const qos = x + Math.min(84 * type, width * 0.13);
	const cpu = qos + Math.min(136 * type, width * 0.22);
	const rest = x + width - cpu;
	const memory = cpu + rest * 0.46;
	return { qos, cpu, memory, bar: (rest * 0.24) / type, longer: 1.3, end, apart: 0 };
}

function drawHead({ pen, locale }: View, box: Box, columns: Columns, isRanked: boolean): void {
	const y = box.y + 10 * pen.typeSize(1);
	const style = { size: 11.5, weight: 600, fill: 'ink2' } as const;
	const says = (name: string, x: number, end: number, text: string): void =>
		pen.text(`inside/head/${name}`, x, y, text, { ...style, leastSize: 10.5, room: end - x - 8 });
	says('pod', box.x, columns.apart > 0 ? columns.cpu : columns.qos, 'Pod');
	const isNarrow = columns.apart > 0;
	if (!isNarrow) {
		says('qos', columns.qos, columns.cpu, resourcesMessage(locale, 'resources.qos'));
		says('cpu', columns.cpu, columns.memory, 'CPU');
	}
	const memory = resourcesMessage(
		locale,
		isRanked ? 'resources.memory-order' : 'resources.memory-head'
	);
	says('memory', columns.memory, right(box), isNarrow ? `CPU · ${memory}` : memory);
}

function drawName({ pen }: View, pod: PodUse, x: number, columns: Columns, middle: number): void {
	const base = middle + pen.typeSize(4);
	const key = `inside/pod/${pod.pod}`;
	const name = pod.pod.replace(/^default\//, '');
	const subject = `object:${pod.key}`;
	pen.text(`${key}/name`, x, base, name, {
		size: 12.5,
		font: 'mono',
		weight: 600,
		fill: pod.ended === null ? 'ink' : 'bad',
		room: (columns.apart > 0 ? columns.cpu : columns.qos) - x - 8,
		subject
	});
}

/** Its class, and the OOM killer's number. */
function drawQos({ pen }: View, pod: PodUse, columns: Columns, middle: number): void {
	const base = middle + pen.typeSize(4);
	const key = `inside/pod/${pod.pod}`;
	const room = columns.cpu - columns.qos - 8;
	const text = `${pod.qos} ${pod.oomScoreAdj}`;
	pen.text(`${key}/qos`, columns.qos, base, text, {
		size: 12,
		leastSize: 10.5,
		fill: 'ink2',
		room
	});
}

function drawCpu(
	{ pen, locale }: View,
	pod: PodUse,
	{ cpu, memory, bar, end, apart }: Columns,
	middle: number,
	full: number
): void {
	const key = `inside/pod/${pod.pod}/cpu`;
	const { requests, uses, limits, throttled } = pod;
	const amounts = { asked: requests.milliCpu, used: uses.milliCpu, limit: limits.milliCpu };
	const isThrottled = throttled > 0;
	const ink = isThrottled ? 'write' : 'ok';
	drawUseBar(pen, key, amounts, { x: cpu, middle, width: bar, full }, ink);
	const used = `${uses.milliCpu}m`;
	const percent = Math.round(throttled * 100);
	const text = isThrottled
		? resourcesMessage(locale, 'resources.throttled', { used, percent })
		: used;
	const x = cpu + bar + 10;
	pen.text(`${key}/text`, x, middle + pen.typeSize(4), text, {
		size: 12,
		leastSize: 10.5,
		weight: isThrottled ? 600 : 400,
		fill: isThrottled ? 'write' : 'ink2',
		room: (apart > 0 ? end : memory - 8) - x
	});
}

function drawMemory(
	{ pen }: View,
	pod: PodUse,
	{ memory, bar, longer, end }: Columns,
	middle: number,
	full: number,
	place: number | undefined
): void {
	const key = `inside/pod/${pod.pod}/memory`;
	const { requests, uses, limits, ended } = pod;
	const amounts = { asked: requests.memory, used: uses.memory, limit: limits.memory };
	const isAbove = uses.memory > requests.memory;
	const long = bar * longer;
	const ink = isAbove ? 'bad' : 'ok';
	drawUseBar(pen, key, amounts, { x: memory, middle, width: long, full }, ink);
	const above = uses.memory - requests.memory;
	const used = `${memoryText(uses.memory)}${isAbove ? ` (+${memoryText(above)})` : ''}`;
	const text = ended ?? used;
	const x = memory + long + 10;
	const base = middle + pen.typeSize(4);
	const placeRoom = place === undefined ? 0 : pen.typeSize(22);
	pen.text(`${key}/text`, x, base, text, {
		size: 12,
		leastSize: 10.5,
		weight: ended === null ? 400 : 600,
		fill: ended === null ? 'ink2' : 'bad',
		room: end - placeRoom - x
	});
	if (place === undefined) return;
	const style = { size: 13, font: 'mono', weight: 600, fill: 'bad', anchor: 'end' } as const;
	pen.text(`${key}/place`, end, base, `${place}.`, style);
}
