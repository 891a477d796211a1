import type { Box } from '../../box.ts';
import type { Ink } from '../../mark.ts';
import type { View } from '../../view.ts';

/** A named entry of a kubeconfig. */
export interface Entry {
	readonly key: string;
	readonly name: string;
	readonly detail: string;
	/** Its colour while the current context names it; null: it doesn't. */
	readonly ink: Ink | null;
}

/** A box with a name and a line below; filled while it counts. */
export function drawEntry({ pen }: View, entry: Entry, box: Box): void {
	const type = pen.typeSize(1);
	const { key, name, detail, ink } = entry;
	const lit = ink !== null;
	pen.rect(key, box, {
		fill: lit ? 'surface' : 'raised',
		stroke: ink ?? 'line',
		strokeWidth: lit ? 2 : 1.25,
		radius: 8
	});
	const room = box.width - 20;
	const middle = box.y + box.height / 2;
	const twoLines = box.height >= 30 * type;
	pen.text(`${key}/name`, box.x + 10, twoLines ? middle - 2 * type : middle + 4.5 * type, name, {
		size: 13,
		leastSize: 11,
		font: 'mono',
		weight: 600,
		fill: ink ?? 'ink2',
		room
	});
	if (!twoLines) return;
	pen.text(`${key}/detail`, box.x + 10, middle + 12 * type, detail, {
		size: 11.5,
		leastSize: 10.5,
		font: 'mono',
		fill: lit ? 'ink2' : 'ink3',
		room
	});
}
