import type { Box } from './box.ts';
import type { PartView } from './view.ts';

const opensAt = 2;

/** How far an element is zoomed into, when that is far enough to see its inside; null otherwise. */
export function opened({ detail, layout }: PartView, box: Box): number | null {
	if (!detail || detail.scale < opensAt) return null;
	const { unit } = layout;
	const outside =
		(box.x + box.width) * unit < detail.x ||
		box.x * unit > detail.x + detail.width ||
		(box.y + box.height) * unit < detail.y ||
		box.y * unit > detail.y + detail.height;
	return outside ? null : detail.scale;
}

/** Type that is as large on the screen as small print is at scale 1, and the distance of its lines. */
export function insideType(scale: number): { readonly size: number; readonly step: number } {
	return { size: Math.max(2.4, 12 / scale), step: Math.max(3.4, 16 / scale) };
}
