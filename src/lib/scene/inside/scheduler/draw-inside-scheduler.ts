import type { NodeVerdict, SchedulingDecision } from '#lib/trace/event.ts';
import { bottom, right, type Box } from '../../box.ts';
import { textWidth, wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { drawFilterChain } from './draw-filter-chain.ts';
import { insideMessage } from '../inside-message.ts';
import { pluginLines } from './plugin-lines.ts';
import { drawRefusal, drawScores, type Columns } from './draw-node-row.ts';
import { shownCycle } from './shown-cycle.ts';

const padding = 16;
const nameWidth = 88;
const totalWidth = 48;

/** The scheduler opened: which filter refused which node and why, what each plugin gave the others, and the sum that won. */
export function drawInsideScheduler(view: View, sheet: Box): void {
	const { pen, locale } = view;
	const title = { size: 15, weight: 600, fill: 'ink', subject: 'component:scheduler' } as const;
	pen.text('inside/title', sheet.x + padding, sheet.y + pen.typeSize(22), 'scheduler', title);
	const top = pen.typeSize(13);
	const box = {
		x: sheet.x + padding,
		y: sheet.y + top,
		width: sheet.width - 2 * padding,
		height: sheet.height - top - 8
	};
	const shown = shownCycle(view);
	if (!shown) {
		const text = insideMessage(locale, 'inside.no-decision');
		pen.text('inside/none', box.x, box.y + pen.typeSize(36), text, { size: 13, fill: 'ink2' });
		return;
	}
	const { decision, number, of } = shown;
	const cycle = insideMessage(locale, 'inside.cycle', { pod: nameOf(decision), number, of });
	pen.text('inside/cycle', right(box), sheet.y + pen.typeSize(22), cycle, {
		size: 12.5,
		fill: 'ink2',
		anchor: 'end',
		room: box.width - pen.typeSize(100),
		subject: `object:/registry/pods/${decision.pod}`
	});
	const y = drawFilterChain(view, decision, { ...box, y: box.y + pen.typeSize(18) });
	const endText = drawEnd(view, box, decision);
	drawRows(view, { ...box, y, height: endText - y }, decision);
}

const nameOf = ({ pod }: SchedulingDecision) => pod.replace(/^default\//, '');

/** One row a node, as many as there is room for: first those that passed, best first. */
function drawRows(view: View, box: Box, decision: SchedulingDecision): void {
	const { pen, locale } = view;
	const plugins = [...new Set(decision.nodes.flatMap(({ scores }) => Object.keys(scores ?? {})))];
	const type = pen.typeSize(1);
	const left = box.x + nameWidth * type;
	const end = right(box) - totalWidth * type;
	const columns: Columns = {
		left,
		end: right(box),
		plugins,
		width: (end - left) / Math.max(1, plugins.length)
	};
	const head = drawHead(view, box, columns);
	const room = bottom(box) - head;
	const ordered = decision.nodes.length * 17 * type <= room ? decision.nodes : bestFirst(decision);
	const step = Math.min(36 * type, Math.max(17 * type, room / ordered.length));
	const fits = Math.max(1, Math.floor(room / step));
	const rows = ordered.length > fits ? ordered.slice(0, fits - 1) : ordered;
	rows.forEach((node, i) => {
		const y = head + i * step;
		const won = node.node === decision.winner;
		const key = `inside/node/${node.node}`;
		if (won) {
			const lit = { x: box.x - 8, y: y + 1, width: box.width + 16, height: step - 2 };
			pen.rect(`${key}/won`, lit, { fill: 'api-tint', radius: 6 });
		}
		const middle = y + step / 2;
		pen.text(`${key}/name`, box.x, middle + 4 * type, node.node, {
			size: 12.5,
			font: 'mono',
			weight: won ? 600 : 400,
			fill: won ? 'ink' : 'ink2',
			room: nameWidth * type - 8,
			subject: `object:/registry/minions/${node.node}`
		});
		if (node.refusedBy) drawRefusal(view, node, columns, middle);
		else
			drawScores(view, node, columns, {
				middle,
				won,
				tall: step >= 30 * type,
				weights: decision.weights ?? {}
			});
	});
	const rest = ordered.length - rows.length;
	if (rest > 0) {
		const more = insideMessage(locale, 'inside.more-nodes', { count: rest });
		pen.text('inside/more', box.x, head + rows.length * step + 12 * type, more, {
			size: 11,
			fill: 'ink3'
		});
	}
}

function bestFirst({ nodes, winner }: SchedulingDecision): readonly NodeVerdict[] {
	const rank = (node: NodeVerdict) => (node.node === winner ? Infinity : (node.total ?? -1));
	return [...nodes].sort((a, b) => rank(b) - rank(a));
}

/** The plugins that score, each above its column. Returns where the rows begin. */
function drawHead({ pen, locale }: View, box: Box, columns: Columns): number {
	const type = pen.typeSize(1);
	const { plugins, left, width } = columns;
	if (plugins.length === 0) return box.y + 2;
	const style = { size: 11 * type, font: 'sans', weight: 500 } as const;
	const lines = plugins.map((plugin) => pluginLines(plugin, width - 8, style));
	const most = Math.max(...lines.map(({ length }) => length));
	const base = box.y + most * 13 * type;
	const head = { size: 11, weight: 500, fill: 'ink3', anchor: 'end' } as const;
	lines.forEach((parts, i) =>
		parts.forEach((part, row) =>
			pen.text(
				`inside/plugin/${plugins[i]}/${row}`,
				left + (i + 1) * width,
				base - (parts.length - 1 - row) * 13 * type,
				part,
				{ ...head, room: width - 4 }
			)
		)
	);
	const score = { size: 12, weight: 600, fill: 'ink2', room: nameWidth * type } as const;
	pen.text('inside/score', box.x, base, insideMessage(locale, 'inside.score'), score);
	const total = insideMessage(locale, 'inside.total');
	pen.text('inside/total', right(box), base, total, { ...head, room: totalWidth * type });
	return base + 5;
}

/** The last lines: the sum that won, or the message of the scheduler. Returns where they begin. */
function drawEnd({ pen, locale }: View, box: Box, decision: SchedulingDecision): number {
	const type = pen.typeSize(1);
	const refused = decision.winner === null;
	const text = refused ? (decision.message ?? '') : sumOf(decision, locale);
	const font = refused ? 'mono' : 'sans';
	const style = { size: 12 * type, font, weight: 500 } as const;
	const lines =
		textWidth(text, style) > box.width ? wrapText(text, box.width, style).slice(0, 3) : [text];
	const step = 16 * type;
	lines.forEach((line, i) => {
		const y = bottom(box) - 3 - (lines.length - 1 - i) * step;
		pen.text(`inside/end/${i}`, box.x, y, line, {
			size: 12,
			font,
			weight: 500,
			fill: refused ? 'bad' : 'ink',
			room: box.width
		});
	});
	return bottom(box) - lines.length * step - 4;
}

/** The arithmetic of the winner. */
function sumOf({ nodes, winner, tied }: SchedulingDecision, locale: View['locale']): string {
	const best = nodes.find(({ node }) => node === winner);
	if (!best?.scores || winner === null) return insideMessage(locale, 'inside.only-one');
	const sum = Object.values(best.scores).join(' + ');
	const says = insideMessage(locale, 'inside.wins', { node: winner, sum, total: best.total ?? 0 });
	return tied > 1 ? `${says} ${insideMessage(locale, 'inside.tie', { count: tied })}` : says;
}
