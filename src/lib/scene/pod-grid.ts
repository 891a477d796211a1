import type { Box } from './box.ts';

/** How a worker's pods are drawn: with a line of notes under the card, as cards, as short cards, as dots. */
export type PodSize = 'noted' | 'card' | 'short' | 'dot';

export interface PodGrid {
	readonly size: PodSize;
	readonly columns: number;
	readonly cellWidth: number;
	readonly cellHeight: number;
	readonly gap: number;
}

const sizes: readonly (PodGrid & { readonly minWidth: number })[] = [
	{ size: 'noted', columns: 0, minWidth: 128, cellWidth: 0, cellHeight: 76, gap: 10 },
	{ size: 'card', columns: 0, minWidth: 116, cellWidth: 0, cellHeight: 56, gap: 3 },
	{ size: 'short', columns: 0, minWidth: 84, cellWidth: 0, cellHeight: 28, gap: 6 }
];

/** The largest drawing of pods that has room for as many as a node will ever hold at a time. */
export function podGrid(area: Box, most: number, type: number): PodGrid {
	const [noted] = sizes;
	// Large type gets wide cards, as long as they are few.
	const wide = { ...noted!, minWidth: noted!.minWidth * type };
	for (const { size, minWidth, cellHeight, gap } of [wide, ...sizes]) {
		const columns = Math.floor((area.width + gap) / (minWidth + gap));
		const rows = Math.floor((area.height + gap) / (cellHeight + gap));
		if (columns < 1 || columns * rows < most) continue;
		const cellWidth = Math.min(150 * type, (area.width - (columns - 1) * gap) / columns);
		return { size, columns, cellWidth, cellHeight, gap };
	}
	const cell = dotCell(area, Math.max(1, most));
	const columns = Math.max(1, Math.floor(area.width / cell));
	return { size: 'dot', columns, cellWidth: cell, cellHeight: cell, gap: 0 };
}

/** The largest square, at most 22 units, of which so many fit. */
function dotCell({ width, height }: Box, most: number): number {
	for (let cell = 22; cell > 3; cell -= 0.5) {
		if (Math.floor(width / cell) * Math.floor(height / cell) >= most) return cell;
	}
	return 3;
}

/** The box of a slot, counted from 0, row by row. */
export function slotBox(
	{ columns, cellWidth, cellHeight, gap }: PodGrid,
	area: Box,
	slot: number
): Box {
	return {
		x: area.x + (slot % columns) * (cellWidth + gap),
		y: area.y + Math.floor(slot / columns) * (cellHeight + gap),
		width: cellWidth,
		height: cellHeight
	};
}
