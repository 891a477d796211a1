import type { Beat } from './beat.ts';
import { BeatFinder } from './beat-finder.ts';
import type { Trace } from './trace.ts';

/** Every moment of a trace that has a name, found by rule, in order of time. */
export function momentsOf(trace: Trace): readonly Beat[] {
	let moments = known.get(trace);
	if (!moments) {
		const finder = new BeatFinder();
		moments = trace.events.flatMap((event) => {
			const found = finder.next(event);
			const isStory = event.atMs >= trace.header.startMs;
			return found && isStory ? [{ ...found, seq: event.seq, atMs: event.atMs }] : [];
		});
		known.set(trace, moments);
	}
	return moments;
}

const known = new WeakMap<Trace, readonly Beat[]>();
