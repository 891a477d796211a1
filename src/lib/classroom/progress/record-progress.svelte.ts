import { untrack } from 'svelte';
import type { Playback } from '#lib/stage/playback.svelte.ts';
import { keptProgress } from './kept-progress.ts';

/** A hair's breadth, ms: who stands there has seen the end. */
const near = 1e-6;

/** Keeps how far someone comes in a lesson: at each beat, and when they leave. `own` is false while another story is on. */
export function recordProgress(playback: Playback, id: string, own: () => boolean): void {
	const visit = () => {
		const { tempo, storyMs } = playback;
		if (!tempo || !own()) return;
		const endMs = tempo.endMs - tempo.startMs;
		keptProgress.visit({ id, atMs: storyMs, endMs, seen: storyMs >= endMs - near });
	};
	$effect(() => {
		void playback.tempo;
		void playback.beatMs;
		void playback.phase;
		untrack(visit);
	});
	$effect(() => {
		addEventListener('pagehide', visit);
		return () => {
			removeEventListener('pagehide', visit);
			untrack(visit);
		};
	});
}
