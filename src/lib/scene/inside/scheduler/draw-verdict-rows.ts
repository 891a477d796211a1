import type { NodeVerdict, SchedulingDecision } from '#lib/trace/event.ts';
import { bottom, right, type Box } from '../../box.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import { drawNodeName, drawRefusal, drawScores, type Columns } from './draw-node-row.ts';
import { drawScoreHead } from './draw-score-head.ts';
import { roomAtDecision } from './room-at-decision.ts';

const nameWidth = 118;
const totalWidth = 48;
const leastStep = 15.5;
const mostStep = 36;
/** From here on there is room for a second line: how a number came about. */
const tallStep = 30;
/** Where columns would be narrower, those in which nobody got anything are left out. */
const easyWidth = 74;

/** One row a node, as many as there is room for; where that isn't all of them, the best first. */
export function drawVerdictRows(view: View, box: Box, decision: SchedulingDecision): void {
	const { pen, locale, index } = view;
	const type = pen.typeSize(1);
	const columns = columnsFor(box, decision, type);
	const top = drawScoreHead(view, box, columns);
	const room = bottom(box) - top;
	const { nodes } = decision;
	const ordered = nodes.length * leastStep * type <= room ? nodes : bestFirst(decision);
	const step = Math.min(mostStep, Math.max(leastStep, room / type / ordered.length)) * type;
	const fits = Math.max(0, Math.floor((room + 0.5) / step));
	const shown =
		ordered.length > fits ? ordered.slice(0, Math.max(fits - 1, Math.min(fits, 1))) : ordered;
	const tall = step >= tallStep * type;
	const rooms = roomAtDecision(index, decision).nodes;
	shown.forEach((node, i) => {
		const y = top + i * step;
		const won = node.node === decision.winner;
		if (won) {
			const lit = { x: box.x - 8, y: y + 1, width: box.width + 16, height: step - 2 };
			pen.rect(`inside/node/${node.node}/won`, lit, { fill: 'api-tint', radius: 6 });
		}
		const row = { middle: y + step / 2, won, tall, weights: decision.weights ?? {} };
		drawNodeName(view, node.node, rooms.get(node.node), box.x, {
			...row,
			room: columns.left - box.x
		});
		if (node.refusedBy) drawRefusal(view, node, columns, row.middle);
		else drawScores(view, node, columns, row);
	});
	const rest = ordered.length - shown.length;
	if (rest > 0 && (shown.length + 1) * step <= room + 0.5) {
		const more = insideMessage(locale, 'inside.more-nodes', { count: rest });
		const y = top + shown.length * step + 11 * type;
		pen.text('inside/more', box.x, y, more, { size: 11, fill: 'ink3' });
	}
}

function columnsFor(box: Box, { nodes }: SchedulingDecision, type: number): Columns {
	const named = Math.min(nameWidth * type, box.width * 0.22);
	const left = box.x + named;
	const room = right(box) - totalWidth * type - left;
	const all = [...new Set(nodes.flatMap(({ scores }) => Object.keys(scores ?? {})))];
	const telling = all.filter((plugin) => nodes.some(({ scores }) => scores?.[plugin]));
	const plugins = room / Math.max(1, all.length) < easyWidth * type ? telling : all;
	return { left, end: right(box), plugins, width: room / Math.max(1, plugins.length) };
}

function bestFirst({ nodes, winner }: SchedulingDecision): readonly NodeVerdict[] {
	const rank = (node: NodeVerdict) => (node.node === winner ? Infinity : (node.total ?? -1));
	return [...nodes].sort((a, b) => rank(b) - rank(a));
}
