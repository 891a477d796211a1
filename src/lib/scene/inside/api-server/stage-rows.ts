import type { Box } from '../../box.ts';
import { bottom } from '../../box.ts';
import { stageNames, type StageName } from './stage-names.ts';

/** Where the stages stand, one under the other, and how large they are written. */
export interface StageRows {
	/** Top of a row's first line, by stage. */
	readonly tops: Readonly<Record<StageName, number>>;
	/** Distance of two lines. */
	readonly line: number;
	/** Nominal size of type. */
	readonly size: number;
	/** Lines from the top of a stage to where the answer stands. */
	linesBefore(stage: StageName): number;
}

/**
 * Divides a box into the lines of the stages; `type` is how much larger than nominal type is drawn.
 *
 * @param wordy stages that have more to say, the most wordy first: as many as there is room for get a second line
 */
export function stageRows(box: Box, type: number, wordy: readonly StageName[]): StageRows {
	const lineOf = (seconds: number) => box.height / (stageNames.length + seconds);
	const seconds = wordy.findLastIndex((_, i) => lineOf(i + 1) >= 17 * type) + 1;
	const tall: ReadonlySet<StageName> = new Set(wordy.slice(0, seconds));
	const line = lineOf(seconds);
	const tops = {} as Record<StageName, number>;
	let y = box.y;
	for (const stage of stageNames) {
		tops[stage] = y;
		y += line * (tall.has(stage) ? 2 : 1);
	}
	const px = Math.max(11, Math.min(13 * type, line * 0.68));
	return {
		tops,
		line,
		size: px / type,
		linesBefore: (stage) =>
			Math.max(1, Math.round((Math.min(tops.answer, bottom(box)) - tops[stage]) / line))
	};
}
