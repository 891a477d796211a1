import { message } from '#lib/i18n/message.ts';
import type { SchedulingDecision } from '#lib/trace/event.ts';
import { right, type Box } from './box.ts';
import { insideType } from './opened.ts';
import type { View } from './view.ts';

/** The scheduler opened: a table of nodes against plugins, weighted and normalised, with the sum and the refusals. */
export function drawInsideScheduler(
	view: View,
	box: Box,
	decision: SchedulingDecision,
	scale: number
): void {
	const { pen, locale } = view;
	const { size, step } = insideType(scale);
	const plugins = [...new Set(decision.nodes.flatMap(({ scores }) => Object.keys(scores ?? {})))];
	const nameWidth = 78 / Math.min(2, scale / 1.5);
	const left = box.x + 14 + nameWidth;
	const totalWidth = size * 4;
	const column = (right(box) - 14 - totalWidth - left) / Math.max(1, plugins.length);
	const top = box.y + 46;
	const head = { size, fill: 'ink3', room: column - size * 0.6, anchor: 'end' } as const;
	plugins.forEach((plugin, i) => {
		pen.text(`scheduler/plugin/${plugin}`, left + (i + 1) * column, top, plugin, head);
	});
	const sum = message(locale, 'scene.total');
	pen.text('scheduler/plugin/total', right(box) - 14, top, sum, { ...head, room: totalWidth });
	const fits = Math.max(1, Math.floor((box.y + box.height - 6 - top) / step));
	decision.nodes.slice(0, fits).forEach((node, row) => {
		const y = top + (row + 1) * step;
		const won = node.node === decision.winner;
		const key = `scheduler/row/${node.node}`;
		const style = {
			size,
			font: 'mono',
			weight: won ? 600 : 400,
			fill: won ? 'ink' : 'ink2'
		} as const;
		pen.text(`${key}/name`, box.x + 14, y, node.node, { ...style, room: nameWidth - size });
		if (node.refusedBy) {
			const why = `${node.refusedBy}: ${node.reasons?.join(', ') ?? ''}`;
			pen.text(`${key}/why`, left, y, why, { size, fill: 'bad', room: right(box) - 14 - left });
			return;
		}
		plugins.forEach((plugin, i) => {
			const score = String(node.scores?.[plugin] ?? 0);
			pen.text(`${key}/${plugin}`, left + (i + 1) * column, y, score, {
				...style,
				anchor: 'end',
				room: column
			});
		});
		pen.text(`${key}/total`, right(box) - 14, y, String(node.total ?? 0), {
			...style,
			anchor: 'end',
			room: totalWidth
		});
	});
}
