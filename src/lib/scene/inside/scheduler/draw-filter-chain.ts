import type { SchedulingDecision } from '#lib/trace/event.ts';
import { right, type Box } from '../../box.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { insideMessage } from '../inside-message.ts';

/** The filters in the order in which they are asked; those that refused a node with how many. Returns where what follows may begin. */
export function drawFilterChain(
	{ pen, locale }: View,
	{ filters = [], nodes }: SchedulingDecision,
	box: Box
): number {
	const type = pen.typeSize(1);
	const line = 17 * type;
	const label = insideMessage(locale, 'inside.filter');
	let y = box.y + 12 * type;
	pen.text('inside/filter', box.x, y, label, { size: 12, weight: 600, fill: 'ink2' });
	const left = box.x + textWidth(label, { size: 12 * type, font: 'sans', weight: 600 }) + 12;
	let x = left;
	for (const filter of filters) {
		const refused = nodes.filter(({ refusedBy }) => refusedBy === filter).length;
		const text = refused > 0 ? `${filter} ✕${refused}` : filter;
		const weight = refused > 0 ? 600 : 400;
		const width = textWidth(text, { size: 11.5 * type, font: 'sans', weight });
		if (x > left && x + width > right(box)) [x, y] = [left, y + line];
		pen.text(`inside/filter/${filter}`, x, y, text, {
			size: 11.5,
			weight,
			fill: refused > 0 ? 'bad' : 'ink2'
		});
		x += width + 12 * type;
	}
	return y + 6;
}
