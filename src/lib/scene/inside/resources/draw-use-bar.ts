import type { Ink } from '../../mark.ts';
import type { Pen } from '../../pen.ts';

/** Amounts on one scale; a limit that is not there is null. */
export interface Amounts {
	readonly asked: number;
	readonly used: number;
	readonly limit: number | null;
}

export interface BarPlace {
	readonly x: number;
	readonly middle: number;
	/** Units of the whole scale. */
	readonly width: number;
	/** The amount that is as long as the scale. */
	readonly full: number;
}

const height = 12;

/** What was asked for as a field, what is used as a bar on it, the limit as a line that it can't cross. */
export function drawUseBar(
	pen: Pen,
	key: string,
	{ asked, used, limit }: Amounts,
	{ x, middle, width, full }: BarPlace,
	ink: Ink
): void {
	const type = pen.typeSize(1);
	const at = (amount: number): number => (Math.min(amount, full) / full) * width;
	const field = { x, y: middle - (height / 2) * type, width, height: height * type };
	pen.rect(`${key}/scale`, { ...field, width: at(limit ?? full) }, { fill: 'quiet', radius: 2 });
	const promise = { fill: 'api-tint', stroke: 'api', strokeWidth: 1.25, radius: 2 } as const;
	if (asked > 0) pen.rect(`${key}/asked`, { ...field, width: at(asked) }, promise);
	const thin = { x, y: middle - 2.5 * type, width: at(used), height: 5 * type };
	if (used > 0) pen.rect(`${key}/used`, thin, { fill: ink, radius: 1.5 });
	if (limit === null) return;
	const end = x + at(limit);
	const line = ['M', end, middle - 9 * type, 'L', end, middle + 9 * type];
	pen.path(`${key}/limit`, line, { stroke: 'ink', strokeWidth: 2 });
}
