import { bottom, right, type Box } from '../../box.ts';
import { wrapText } from '../../text-width.ts';
import type { View } from '../../view.ts';
import { placeOfError } from './field-place.ts';
import { objectMessage } from './object-message.ts';
import type { Refusal } from './person-writes.ts';

const lineStep = 16;
const fileShare = 0.42;

/** A file that no object could be made of: the line and column, who said so, and the words for it. */
export function drawRefusedFile(
	view: View,
	box: Box,
	refusal: Refusal,
	file: { readonly name: string; readonly text: string }
): void {
	const { pen, locale } = view;
	const type = pen.typeSize(1);
	const place = placeOfError(file.text, refusal.text);
	const room = box.width * fileShare;
	drawFile(view, { ...box, width: room }, file.text, place);
	const x = box.x + room + 24;
	const width = right(box) - x;
	const who = objectMessage(locale, refusal.byServer ? 'object.refused' : 'object.not-sent');
	let y = box.y + 14 * type;
	pen.text('inside/refusal/who', x, y, who, {
		size: 14,
		leastSize: 12,
		weight: 600,
		fill: 'bad',
		room: width
	});
	if (place) {
		y += 20 * type;
		const where = objectMessage(locale, 'object.place', { file: file.name, ...place });
		pen.text('inside/refusal/where', x, y, where, {
			size: 13,
			leastSize: 11,
			weight: 600,
			fill: 'ink',
			room: width
		});
	}
	const style = { size: 12 * type, font: 'mono', weight: 400 } as const;
	const fits = Math.max(1, Math.floor((bottom(box) - y - 6) / (lineStep * type)));
	wrapText(refusal.text, width, style)
		.slice(0, fits)
		.forEach((line, i) => {
			y += lineStep * type + (i === 0 ? 6 : 0);
			pen.text(`inside/refusal/text/${i}`, x, y, line, {
				size: 12,
				font: 'mono',
				fill: 'ink2',
				room: width
			});
		});
}

/** As many lines of the file as there is room for, the one in question among them. */
function drawFile(
	{ pen }: View,
	box: Box,
	text: string,
	place: { readonly line: number; readonly column: number } | undefined
): void {
	const type = pen.typeSize(1);
	const lines = text.trimEnd().split('\n');
	const step = Math.min(lineStep, Math.max(12.5, box.height / type / lines.length)) * type;
	const fits = Math.max(1, Math.floor(box.height / step));
	const wanted = (place?.line ?? 1) - Math.ceil(fits / 2);
	const from = Math.max(0, Math.min(lines.length - fits, wanted));
	const advance = 12 * type * 0.6;
	const left = box.x + 28 * type;
	lines.slice(from, from + fits).forEach((line, i) => {
		const number = from + i + 1;
		const isIt = number === place?.line;
		const base = box.y + i * step + 12 * type;
		const key = `inside/file/${number}`;
		if (isIt) {
			const field = { x: box.x, y: base - 11.5 * type, width: box.width, height: 15 * type };
			pen.rect(`${key}/lit`, field, { fill: 'bad-tint', radius: 3 });
		}
		const style = { size: 12, font: 'mono', fill: isIt ? 'bad' : 'ink3' } as const;
		pen.text(`${key}/number`, left - 8, base, String(number), { ...style, anchor: 'end' });
		// Leading spaces are not drawn as such: the text begins where they end.
		const shift = line.length - line.trimStart().length;
		const x = left + shift * advance;
		pen.text(key, x, base, line.trimStart(), {
			size: 12,
			font: 'mono',
			weight: isIt ? 600 : 400,
			fill: isIt ? 'bad' : 'ink2',
			room: right(box) - x
		});
		if (!isIt || place === undefined) return;
		const at = left + (place.column - 1) * advance;
		const mark = ['M', at, base + 3 * type, 'L', at + Math.max(advance * 3, 14), base + 3 * type];
		pen.path(`${key}/column`, mark, { stroke: 'bad', strokeWidth: 2 });
	});
}
