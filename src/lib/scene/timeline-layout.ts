import { textWidth } from './text-width.ts';

export interface TimelineBar {
	readonly x: number;
	readonly width: number;
	readonly height: number;
}

/** A moment that has a name. */
export interface TimelineTick {
	readonly x: number;
	readonly atMs: number;
	readonly seq: number;
	/** What it is called. */
	readonly label: string;
	/** False where a label would touch its neighbour's: draw only the tick. */
	readonly labelled: boolean;
}

const barStep = 9;
const labelGap = 8;
const labelSize = 11;
const projectorSize = labelSize * 1.35;

/** How many things happen when: the heights go with the square root, so that the few are seen beside the many. */
export function densityBars(
	xs: Iterable<number>,
	{ width, barHeight }: { readonly width: number; readonly barHeight: number }
): TimelineBar[] {
	const counts = new Array<number>(Math.max(1, Math.floor(width / barStep))).fill(0);
	for (const x of xs) counts[Math.min(counts.length - 1, Math.floor(x / barStep))]! += 1;
	const most = Math.max(1, ...counts);
	return counts.map((count, i) => ({
		x: i * barStep,
		width: 5,
		height: count === 0 ? 0 : Math.max(2, barHeight * Math.sqrt(count / most))
	}));
}

/** Names as many moments as have room for it, the earlier before the later. */
export function labelTicks(
	moments: readonly Omit<TimelineTick, 'labelled'>[],
	projector: boolean
): TimelineTick[] {
	const style = { font: 'sans', weight: 600, size: projector ? projectorSize : labelSize } as const;
	let freeFrom = -Infinity;
	return moments.map((moment) => {
		const room = textWidth(moment.label, style) + labelGap;
		const labelled = moment.x - room / 2 >= freeFrom;
		if (labelled) freeFrom = moment.x + room / 2;
		return { ...moment, labelled };
	});
}
