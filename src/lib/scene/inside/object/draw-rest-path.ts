import type { Box } from '../../box.ts';
import type { Pen } from '../../pen.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import type { PathPiece } from './rest-path.ts';

const inks = {
	apiVersion: 'api',
	'metadata.namespace': 'watch',
	kind: 'cri',
	'metadata.name': 'write'
} as const;
const gap = 6;

/** The object's address: each piece over the field that it comes from. */
export function drawRestPath({ pen }: View, path: readonly PathPiece[], box: Box): void {
	const type = pen.typeSize(1);
	const widthAt = (size: number): readonly number[] =>
		path.map(({ text, from }) =>
			Math.max(
				textWidth(text, { size: size * type, font: 'mono', weight: 600 }),
				textWidth(from, { size: 11 * type, font: 'mono' })
			)
		);
	const total = (widths: readonly number[]): number =>
		widths.reduce((sum, width) => sum + width + gap, 0);
	const size = [14, 13, 12, 11].find((one) => total(widthAt(one)) <= box.width);
	if (size === undefined) return drawWhole(pen, path, box);
	const widths = widthAt(size);
	let { x } = box;
	path.forEach(({ text, from }, i) => {
		const width = widths[i]!;
		const key = `inside/path/${from}`;
		const ink = inks[from];
		pen.text(key, x, box.y + 13 * type, text, { size, font: 'mono', weight: 600, fill: ink });
		const line = { x, y: box.y + 18 * type, width, height: 2 };
		pen.rect(`${key}/line`, line, { fill: ink });
		const y = box.y + 31 * type;
		pen.text(`${key}/from`, x, y, from, { size: 11, font: 'mono', fill: 'ink2' });
		x += width + gap;
	});
}

/** Where there is no room for its pieces. */
function drawWhole(pen: Pen, path: readonly PathPiece[], box: Box): void {
	const text = path.map((piece) => piece.text).join('');
	pen.text('inside/path', box.x, box.y + pen.typeSize(13), text, {
		size: 13,
		leastSize: 10.5,
		font: 'mono',
		weight: 600,
		fill: 'api',
		room: box.width
	});
}
