import type { Box } from '../../box.ts';
import type { Ink } from '../../mark.ts';
import { textWidth } from '../../text-width.ts';
import type { View } from '../../view.ts';
import type { MergeColumn, MergeRow } from './merge-rows.ts';
import type { WrittenObject } from './written-object.ts';

interface ColumnPlace {
	readonly column: MergeColumn;
	readonly x: number;
	readonly width: number;
}

const tints: Readonly<Record<MergeRow['does'], Ink | null>> = {
	sets: 'write-tint',
	removes: 'bad-tint',
	leaves: 'watch-tint',
	keeps: null
};
const inks: Readonly<Record<MergeRow['does'], Ink>> = {
	sets: 'write',
	removes: 'bad',
	leaves: 'watch',
	keeps: 'ink3'
};

/** One field of an object in every version that takes part. */
export function drawMergeRow(
	{ pen }: View,
	box: Box,
	fieldWidth: number,
	columns: readonly ColumnPlace[],
	{ field, values, does }: MergeRow,
	{ after }: WrittenObject
): void {
	const key = `merge/row/${field}`;
	const y = box.y + box.height * 0.72;
	const tint = tints[does];
	if (tint) {
		const row = { x: box.x - 6, y: box.y + 0.5, width: box.width + 12, height: box.height - 1 };
		pen.rect(`${key}/tint`, row, { fill: tint, radius: 4 });
	}
	const style = { size: 12, font: 'mono' } as const;
	const set = { size: pen.typeSize(12), font: 'mono' } as const;
	pen.text(`${key}/name`, box.x, y, fitted(field, fieldWidth - 10, set), {
		...style,
		weight: does === 'keeps' ? 400 : 600,
		fill: does === 'keeps' ? 'ink2' : 'ink',
		room: fieldWidth - 8
	});
	for (const { column, x, width } of columns) {
		if (column === 'result' && !after) continue;
		const decides = column === 'patch' || column === 'result';
		pen.text(`${key}/${column}`, x, y, values[column] ?? '–', {
			...style,
			weight: decides && does !== 'keeps' ? 600 : 400,
			fill: decides && does !== 'keeps' ? inks[does] : does === 'keeps' ? 'ink3' : 'ink2',
			room: width - 8
		});
	}
}

/** The end of a field's name says more than its beginning. */
function fitted(field: string, room: number, style: { size: number; font: 'mono' }): string {
	const parts = field.split('.');
	const names = parts.map((_, i) => `${i > 0 ? '…' : ''}${parts.slice(i).join('.')}`);
	return names.find((name) => textWidth(name, style) <= room) ?? names.at(-1)!;
}
