import type { HomeStory } from './home-story.ts';

/** Where a picture that plays on the first page stands. */
export class PictureShow {
	story = $state.raw<HomeStory>();
	phase = $state<'paused' | 'playing' | 'ended'>('paused');
	#screenMs = $state(0);

	/** Cluster time of what is seen. */
	readonly atMs = $derived.by(() => this.story?.tempo.toCluster(this.#screenMs) ?? 0);

	/** Shows a story from a moment of cluster time on. */
	show(story: HomeStory, atMs: number): void {
		this.story = story;
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
		const { story } = this;
		if (!story) return;
		// A millisecond of the screen before what is not to be shown.
		const endMs = story.tempo.toScreen(story.untilMs) - 1;
		this.#screenMs = Math.min(endMs, this.#screenMs + elapsedMs);
		if (this.#screenMs >= endMs) this.phase = 'ended';
	}
}
