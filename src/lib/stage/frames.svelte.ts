import { untrack } from 'svelte';
import type { Playback } from './playback.svelte.ts';

/** The only clock on a page: while it plays, each frame tells what is played how long it took. */
export function tickFrames(played: Pick<Playback, 'phase' | 'tick'>): void {
	$effect(() => {
		if (played.phase !== 'playing') return;
		let last: number | undefined;
		let frame = requestAnimationFrame(function next(now) {
			// A page that was hidden goes on where it was.
			if (last !== undefined) played.tick(Math.min(now - last, 100));
			last = now;
			frame = requestAnimationFrame(next);
		});
		return () => cancelAnimationFrame(frame);
	});
}

/** Lets a page's playback run. */
export function playFrames(playback: Playback): void {
	tickFrames(playback);
	$effect(() => {
		// Whoever wants to be asked, or not any more, is heard at once.
		void playback.settings.asks;
		untrack(() => playback.askAgain());
	});
}
