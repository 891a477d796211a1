import { beatsOf, type Beat, type BeatName } from '#lib/trace/beats.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** The n-th (from 0) beat of that name, of that Pod if one is named. */
export interface Moment {
	readonly beat: BeatName;
	/** `namespace/name`. */
	readonly pod?: string;
	readonly nth?: number;
}

/** Where in a trace a moment is; undefined when it never came. */
export function findMoment(trace: Trace, { beat, pod, nth = 0 }: Moment): Beat | undefined {
	return beatsOf(trace).filter((one) => one.name === beat && (!pod || one.pod === pod))[nth];
}
