import type { HomeStory } from './home-story.ts';

/** Where a picture that plays on the first page stands. */
export class PictureShow {
	story = $state.raw<HomeStory>();
	phase = $state<'paused' | 'playing' | 'ended'>('paused');
	#screenMs = $state(0);
	#endMs = 0;

	/** Cluster time of what is seen. */
	readonly atMs = $derived.by(() => this.story?.tempo.toCluster(this.#screenMs) ?? 0);

	/** Shows a story from a moment of cluster time on, until another. */
	show(story: HomeStory, atMs: number, untilMs: number): void {
		this.story = story;
		// A millisecond of the screen before what is not to be shown.
		this.#endMs = story.tempo.toScreen(untilMs) - 1;
		this.#screenMs = story.tempo.toScreen(atMs);
		this.phase = 'paused';
	}

	play(): void {
		if (!this.story) return;
		if (this.phase === 'ended') this.#screenMs = 0;
		this.phase = 'playing';
	}

	pause(): void {
		if (this.phase === 'playing') this.phase = 'paused';
	}

	/** Nothing is shown any more. */
	clear(): void {
		this.story = undefined;
		this.phase = 'paused';
	}

	tick(elapsedMs: number): void {
		if (!this.story) return;
		this.#screenMs = Math.min(this.#endMs, this.#screenMs + elapsedMs);
		if (this.#screenMs >= this.#endMs) this.phase = 'ended';
	}
}
