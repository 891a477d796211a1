import type { NodeVerdict } from '#lib/trace/event.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import { cpuText, memoryText, type NodeRoom } from '../node-room.ts';

/** Where the columns of the plugins stand. */
export interface Columns {
	readonly plugins: readonly string[];
	readonly left: number;
	readonly width: number;
	/** Where the totals end. */
	readonly end: number;
}

interface Row {
	readonly middle: number;
	readonly won: boolean;
	/** With room for a second line: how a score came about. */
	readonly tall: boolean;
	readonly weights: Readonly<Record<string, number>>;
}

/** A node's name, and under it what it still had to give. */
export function drawNodeName(
	{ pen, locale }: View,
	node: string,
	offer: NodeRoom | undefined,
	x: number,
	{ middle, won, tall, room }: Pick<Row, 'middle' | 'won' | 'tall'> & { readonly room: number }
): void {
	const type = pen.typeSize(1);
	const key = `inside/node/${node}`;
	const tells = tall && offer !== undefined;
	pen.text(`${key}/name`, x, tells ? middle - 1 * type : middle + 4 * type, node, {
		size: 12.5,
		font: 'mono',
		weight: won ? 600 : 400,
		fill: won ? 'ink' : 'ink2',
		room: room - 8,
		subject: `object:/registry/minions/${node}`
	});
	if (!tells) return;
	const { allocatable, requested } = offer;
	const cpu = cpuText(allocatable.milliCpu - requested.milliCpu);
	const memory = memoryText(allocatable.memory - requested.memory);
	const free = insideMessage(locale, 'inside.free', { cpu, memory });
	pen.text(`${key}/free`, x, middle + 12 * type, free, { size: 11, fill: 'ink3', room: room - 8 });
}

/** What each plugin gave a node: the weighted score, under it what it was before weighing and normalising. */
export function drawScores(
	{ pen, locale }: View,
	node: NodeVerdict,
	columns: Columns,
	row: Row
): void {
	const type = pen.typeSize(1);
	const { middle, won, tall, weights } = row;
	const key = `inside/node/${node.node}`;
	if (!node.scores) {
		const fits = { size: 12.5, fill: 'ok', room: columns.end - columns.left - 14 } as const;
		const says = insideMessage(locale, 'inside.fits');
		pen.text(`${key}/fits`, columns.left + 14, middle + 4 * type, says, fits);
		return;
	}
	const base = tall ? middle - 1 * type : middle + 4 * type;
	const number = { size: 13, font: 'mono', weight: won ? 600 : 400, anchor: 'end' } as const;
	columns.plugins.forEach((plugin, i) => {
		const x = columns.left + (i + 1) * columns.width;
		const weighted = node.scores?.[plugin] ?? 0;
		const room = columns.width - 8;
		pen.text(`${key}/${plugin}`, x, base, String(weighted), { ...number, fill: 'ink', room });
		if (!tall) return;
		const how = origin(weighted, weights[plugin] ?? 1, node.raw?.[plugin]);
		pen.text(`${key}/${plugin}/how`, x, base + 13 * type, how, {
			size: 11,
			font: 'mono',
			fill: 'ink3',
			anchor: 'end',
			room
		});
	});
	pen.text(`${key}/total`, columns.end, middle + 4 * type, String(node.total ?? 0), {
		...number,
		size: 14,
		fill: won ? 'api' : 'ink2'
	});
}

/** `2→0 ×3`: raw, normalised, weight. */
function origin(weighted: number, weight: number, raw: number | undefined): string {
	const normalised = weighted / weight;
	const before = raw === undefined ? '' : `${Math.round(raw * 100) / 100}→`;
	return `${before}${normalised} ×${weight}`;
}

/** A node that a filter refused: which one, and in its own words why. */
export function drawRefusal(
	{ pen }: View,
	node: NodeVerdict,
	columns: Columns,
	middle: number
): void {
	const type = pen.typeSize(1);
	const key = `inside/node/${node.node}`;
	const { left, end } = columns;
	const [x, r] = [left + 14, 4.5 * type];
	const cross = [
		'M',
		x - r,
		middle - r,
		'L',
		x + r,
		middle + r,
		'M',
		x - r,
		middle + r,
		'L',
		x + r,
		middle - r
	];
	pen.path(`${key}/refused`, cross, { stroke: 'bad', strokeWidth: 1.75 });
	const why = `${node.refusedBy}: ${node.reasons?.join(', ') ?? ''}`;
	const room = end - x - 14 * type;
	pen.text(`${key}/why`, x + 14 * type, middle + 4 * type, why, { size: 12.5, fill: 'bad', room });
}
