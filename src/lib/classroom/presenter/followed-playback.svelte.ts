import type { KeyAction } from '#lib/playback/keys.ts';
import type { Timeline, TimelineOptions } from '#lib/scene/timeline.ts';
import { Playback } from '#lib/stage/playback.svelte.ts';
import type { Settings } from '#lib/stage/settings.svelte.ts';
import type { FollowedStory } from './followed-story.ts';
import type { PresenterMessage, StateMessage } from './message.ts';

/** The audience's playback as the presenter has it: stands where that stands, and sends what is done here over there. */
export class FollowedPlayback extends Playback {
	story = $state.raw<FollowedStory>();
	readonly #send: (message: PresenterMessage) => void;

	constructor(settings: Settings, send: (message: PresenterMessage) => void) {
		super(settings);
		this.#send = send;
	}

	readonly tempo = $derived.by(() => this.story?.tempo);

	/** Steps are found where the audience is. */
	readonly beatTimes: readonly number[] = [];

	protected eventTimes(): readonly number[] {
		return [];
	}

	timeline(options: TimelineOptions): Timeline | undefined {
		return this.story?.timeline(options);
	}

	/** Stands where the audience stands, unless the play head is held here. */
	take({ atMs, phase, speed }: StateMessage): void {
		this.speed = speed;
		if (this.phase === 'scrubbing') return;
		this.phase = phase === 'scrubbing' ? 'paused' : phase;
		this.screenMs = this.tempo?.toScreen(atMs) ?? 0;
	}

	override obey(action: KeyAction, key = ''): boolean {
		this.#send({ type: 'do', action, key });
		return true;
	}

	override toggle(): void {
		this.obey('toggle');
	}

	override stepBeat(direction: 1 | -1): void {
		this.obey(direction > 0 ? 'next-beat' : 'previous-beat');
	}

	override stepEvent(direction: 1 | -1): void {
		this.obey(direction > 0 ? 'next-event' : 'previous-event');
	}

	override cycleSpeed(): void {
		this.obey(this.speed === 4 ? 'slower' : 'faster');
	}

	override seekScreen(screenMs: number): void {
		const { tempo } = this;
		if (!tempo) return;
		this.screenMs = Math.min(tempo.durationMs, Math.max(0, screenMs));
		this.#send({ type: 'seek', atMs: tempo.toCluster(screenMs) });
	}

	override grab(): void {
		this.phase = 'scrubbing';
	}

	override release(): void {
		this.phase = 'paused';
	}
}
