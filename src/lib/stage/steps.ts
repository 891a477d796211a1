import { ranksOf } from '#lib/trace/rank.ts';
import type { Run } from './run.ts';

/** Cluster times of single events in a story, in order: those that are told, or with `everything` all of them. */
export function eventTimes(run: Run, everything: boolean): readonly number[] {
	const ranks = ranksOf(run.trace);
	return run.trace.events
		.filter((event) => event.atMs >= run.tempo.startMs)
		.filter((event) => everything || ranks[event.seq] === 'story')
		.map((event) => event.atMs);
}
