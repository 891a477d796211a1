import type { Write } from '#lib/trace/event.ts';
import type { Box } from '../../box.ts';
import type { View } from '../../view.ts';

/** Where an entry of the log stands: the end of its cell. */
export interface LogPlace {
	readonly revision: number;
	readonly x: number;
}

/** The last entries of a store's log: revision, what happened, to whom. The newest stands last and is lit. */
export function drawStoreLog(
	{ pen, clock }: View,
	box: Box,
	cells: number,
	writes: readonly Write[]
): readonly LogPlace[] {
	const width = box.width / cells;
	return writes.map(({ seq, key, revision, object, previous, atMs }, i) => {
		const x = box.x + i * width;
		const cell = { x: x + 1.5, y: box.y, width: width - 3, height: box.height };
		const fresh = i === writes.length - 1 ? clock.glow(atMs, 1500) : 0;
		pen.rect(`log/${seq}`, cell, {
			fill: fresh > 0 ? 'write-tint' : 'raised',
			stroke: fresh > 0 ? 'write' : 'line2',
			strokeWidth: 1.25,
			radius: 4,
			subject: `object:${key}`
		});
		const sign = object === null ? '✕' : previous === null ? '+' : '±';
		const name = key.split('/').at(-1) ?? '';
		const style = { size: 11, font: 'mono', anchor: 'middle', room: cell.width - 4 } as const;
		const middle = cell.x + cell.width / 2;
		pen.text(`log/${seq}/revision`, middle, box.y + box.height * 0.42, String(revision), {
			...style,
			weight: 600,
			fill: 'write'
		});
		pen.text(`log/${seq}/name`, middle, box.y + box.height * 0.86, `${sign}${name}`, {
			...style,
			fill: 'ink2'
		});
		return { revision, x: cell.x + cell.width };
	});
}
