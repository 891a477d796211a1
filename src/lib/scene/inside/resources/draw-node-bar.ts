import type { Box } from '../../box.ts';
import type { Pen } from '../../pen.ts';

/** A part of a node's bar: what one Pod asked for, or uses. */
export interface Part {
	readonly key: string;
	readonly amount: number;
}

interface Bars {
	readonly asked: readonly Part[];
	/** What a Pod asks for that doesn't fit any more. */
	readonly refused?: number;
	readonly used: readonly Part[];
	/** Taken by no Pod. */
	readonly besides: number;
	/** What the node has. */
	readonly full: number;
	/** Up to here it may be used before Pods are evicted. */
	readonly threshold?: number;
}

/** Beyond the end of the bar there is room for what doesn't fit. */
const share = 0.8;

/** What a node has promised to its Pods, part by part, and under it what is used. */
export function drawNodeBar(pen: Pen, key: string, bars: Bars, box: Box): void {
	const type = pen.typeSize(1);
	const { asked, refused = 0, used, besides, full, threshold } = bars;
	const width = box.width * share;
	const at = (amount: number): number => (amount / full) * width;
	const [high, low] = [11 * type, 6 * type];
	const frame = { x: box.x, y: box.y, width, height: high };
	pen.rect(`${key}/all`, frame, { fill: 'quiet', stroke: 'line2', strokeWidth: 1.25, radius: 2 });
	let x = box.x;
	for (const part of asked) {
		const length = at(part.amount);
		const field = { x, y: box.y, width: length, height: high };
		const style = { fill: 'api-tint', stroke: 'api', strokeWidth: 1.25, radius: 2 } as const;
		if (length > 0) pen.rect(`${key}/asked/${part.key}`, field, style);
		x += length;
	}
	if (refused > 0) {
		const most = box.x + box.width - x;
		const field = { x, y: box.y, width: Math.min(at(refused), most), height: high };
		const style = { stroke: 'bad', strokeWidth: 1.5, dashed: true, radius: 2 } as const;
		pen.rect(`${key}/refused`, field, style);
	}
	const y = box.y + high + 4 * type;
	pen.rect(`${key}/have`, { x: box.x, y, width, height: low }, { fill: 'quiet', radius: 1.5 });
	const own = at(besides);
	if (own > 0)
		pen.rect(
			`${key}/besides`,
			{ x: box.x, y, width: own, height: low },
			{ fill: 'ink3', radius: 1.5 }
		);
	let from = box.x + own;
	for (const part of used) {
		const length = at(part.amount);
		const field = { x: from, y, width: Math.max(0, length - 1), height: low };
		if (length > 1) pen.rect(`${key}/used/${part.key}`, field, { fill: 'ok', radius: 1.5 });
		from += length;
	}
	if (threshold === undefined) return;
	const end = box.x + at(threshold);
	const line = ['M', end, y - 3 * type, 'L', end, y + low + 3 * type];
	pen.path(`${key}/threshold`, line, { stroke: 'bad', strokeWidth: 1.75 });
}
