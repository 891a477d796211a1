import { right, type Box } from '../../box.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';
import type { Columns } from './draw-node-row.ts';
import { pluginLines } from './plugin-lines.ts';

/** The plugins that score, each above its column. Returns where the rows begin. */
export function drawScoreHead({ pen, locale }: View, box: Box, columns: Columns): number {
	const type = pen.typeSize(1);
	const { plugins, left, width } = columns;
	if (plugins.length === 0) return box.y + 2;
	const style = { size: 11 * type, font: 'sans', weight: 500 } as const;
	const lines = plugins.map((plugin) => pluginLines(plugin, width - 8, style));
	const most = Math.max(...lines.map(({ length }) => length));
	const base = box.y + most * 13 * type;
	const head = { size: 11, weight: 500, fill: 'ink3', anchor: 'end' } as const;
	lines.forEach((parts, i) =>
		parts.forEach((part, row) => {
			const y = base - (parts.length - 1 - row) * 13 * type;
			const key = `inside/plugin/${plugins[i]}/${row}`;
			pen.text(key, left + (i + 1) * width, y, part, { ...head, room: width - 4 });
		})
	);
	const score = { size: 12, weight: 600, fill: 'ink2', room: left - box.x - 8 } as const;
	pen.text('inside/score', box.x, base, insideMessage(locale, 'inside.score'), score);
	const total = insideMessage(locale, 'inside.total');
	pen.text('inside/total', right(box), base, total, { ...head, room: 46 * type });
	return base + 5;
}
