import type { Trace } from '#lib/trace/trace.ts';
import type { Cue } from './lesson.ts';
import { findMoment } from './moment.ts';

/** A cue, and where in a trace it stands. */
export interface PlacedCue {
	readonly say: string;
	readonly seq: number;
	readonly atMs: number;
}

const known = new WeakMap<Trace, WeakMap<readonly Cue[], readonly PlacedCue[]>>();

/**
 * The cues that have their moment in a trace, in the lesson's order. In another telling of the story, such as a recording, a
 * cue that would come before the one it follows speaks of something else, and is left out.
 */
export function placedCues(cues: readonly Cue[], trace: Trace): readonly PlacedCue[] {
	const ofTrace = known.get(trace) ?? new WeakMap<readonly Cue[], readonly PlacedCue[]>();
	known.set(trace, ofTrace);
	let placed = ofTrace.get(cues);
	if (!placed) ofTrace.set(cues, (placed = place(cues, trace)));
	return placed;
}

function place(cues: readonly Cue[], trace: Trace): readonly PlacedCue[] {
	const placed: PlacedCue[] = [];
	for (const { when, say } of cues) {
		const beat = findMoment(trace, when);
		if (!beat || beat.seq < (placed.at(-1)?.seq ?? 0)) continue;
		placed.push({ say, seq: beat.seq, atMs: beat.atMs });
	}
	return placed;
}
