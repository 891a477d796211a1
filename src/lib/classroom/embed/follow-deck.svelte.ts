import { onMount } from 'svelte';
import type { Playback } from '#lib/stage/playback.svelte.ts';

/** Connects a page that stands in another one with it; elsewhere nothing is loaded. */
export function followDeck(playback: Playback): void {
	onMount(() => {
		if (!playback.settings.embedded) return;
		let left = false;
		let leave: (() => void) | undefined;
		void import('./deck.svelte.ts').then(({ connectDeck }) => {
			if (!left) leave = connectDeck(playback);
		});
		return () => {
			left = true;
			leave?.();
		};
	});
}
