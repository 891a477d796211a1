import { stateIn, withState } from '#lib/playback/address.ts';
import type { Playback } from '#lib/stage/playback.svelte.ts';

/** While it plays the address follows at this distance, ms: browsers refuse to write it much more often. */
const followMs = 1000;

/**
 * Keeps the moment in the address, so that a reload comes back to it; `state` is what a link to this moment says. An
 * address that says nothing is left alone until something is done: without a moment in it a lesson plays from its start.
 */
export function stayPut(playback: Playback, state: () => string): void {
	let writtenMs = -Infinity;
	let later: ReturnType<typeof setTimeout> | undefined;
	/** What was said before anything was done. */
	let fresh: string | undefined;

	function write() {
		const said = state();
		if (said === stateIn(location.hash)) return;
		writtenMs = performance.now();
		history.replaceState(history.state, '', withState(location.hash, said));
	}

	$effect(() => {
		const moves = playback.phase === 'playing' || playback.phase === 'scrubbing';
		if (!playback.tempo) return;
		fresh ??= state();
		if (stateIn(location.hash) === '' && state() === fresh) return;
		clearTimeout(later);
		const waitMs = moves ? writtenMs + followMs - performance.now() : 0;
		if (waitMs > 0) later = setTimeout(write, waitMs);
		else write();
	});
	$effect(() => () => clearTimeout(later));
}
