import { ranksOf } from '#lib/trace/rank.ts';
import type { Run } from './run.ts';

/** Two moments closer than this are one for a person who steps, ms of cluster time. */
const sameMs = 1e-6;

function neighbour(times: readonly number[], atMs: number, direction: 1 | -1): number | undefined {
	return direction > 0
		? times.find((time) => time > atMs + sameMs)
		: times.findLast((time) => time < atMs - sameMs);
}

/** Cluster time of the beat after (or before) a moment; the story's end (or start) when there is none. */
export function beatBeside(run: Run, atMs: number, direction: 1 | -1): number {
	const times = run.beats.map((beat) => beat.atMs);
	return neighbour(times, atMs, direction) ?? edge(run, direction);
}

/** As `beatBeside`, for single events: those of the story, or with `everything` all of them. */
export function eventBeside(
	run: Run,
	atMs: number,
	direction: 1 | -1,
	everything: boolean
): number {
	const ranks = ranksOf(run.trace);
	const times = run.trace.events
		.filter((event) => event.atMs >= run.tempo.startMs)
		.filter((event) => everything || ranks[event.seq] === 'story')
		.map((event) => event.atMs);
	return neighbour(times, atMs, direction) ?? edge(run, direction);
}

const edge = (run: Run, direction: 1 | -1) => (direction > 0 ? run.tempo.endMs : run.tempo.startMs);
