import type { Beat } from './beat.ts';
import { momentsOf } from './moments.ts';
import { ranksOf } from './rank.ts';
import type { Trace } from './trace.ts';

export type { Beat } from './beat.ts';

/** The named moments that a trace's story tells, in order of time: what happens for the tenth time is left out. */
export function beatsOf(trace: Trace): readonly Beat[] {
	let beats = known.get(trace);
	if (!beats) {
		const ranks = ranksOf(trace);
		beats = momentsOf(trace).filter(({ seq }) => ranks[seq] === 'story');
		known.set(trace, beats);
	}
	return beats;
}

const known = new WeakMap<Trace, readonly Beat[]>();
