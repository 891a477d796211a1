import { untrack } from 'svelte';
import type { Playback } from './playback.svelte.ts';

/** The only clock on a page: while it plays, each frame tells the player how long it took. */
export function playFrames(playback: Playback): void {
	$effect(() => {
		if (playback.phase !== 'playing') return;
		let last: number | undefined;
		let frame = requestAnimationFrame(function next(now) {
			// A page that was hidden goes on where it was.
			if (last !== undefined) playback.tick(Math.min(now - last, 100));
			last = now;
			frame = requestAnimationFrame(next);
		});
		return () => cancelAnimationFrame(frame);
	});
	$effect(() => {
		// Whoever wants to be asked, or not any more, is heard at once.
		void playback.settings.asks;
		untrack(() => playback.askAgain());
	});
}
