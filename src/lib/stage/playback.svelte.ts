import type { KeyAction } from '#lib/playback/keys.ts';
import { nextSpeed, speeds, type Speed } from '#lib/playback/speed.ts';
import type { Timeline, TimelineOptions } from '#lib/scene/timeline.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Player } from './player.ts';
import type { Settings } from './settings.svelte.ts';

export type Panel = 'inspector' | 'editor' | 'settings' | 'rollout' | 'fork' | 'help';

/** Something that is played: where its play head stands, and what a person does with time. */
export abstract class Playback {
	readonly settings: Settings;
	/** Place of the play head, ms of screen time. */
	screenMs = $state(0);
	phase = $state<'paused' | 'playing' | 'scrubbing' | 'ended'>('paused');
	speed = $state<Speed>(1);
	/** Detail too, not only the story. */
	showAll = $state(false);
	/** What is open beside the picture. */
	panel = $state<Panel>();
	/** What the inspector shows, as marks say it. */
	subject = $state<string>();
	/** Something to tell at the top of the page. */
	notice = $state<string>();
	/** A cluster runs that hasn't been shown yet. */
	simulating = $state(false);
	#player: Player | undefined;

	constructor(settings: Settings) {
		this.settings = settings;
	}

	/** How what is on is spread over the screen's time; undefined before anything is on. */
	abstract readonly tempo: Tempo | undefined;

	/** Density and named moments of what is on. */
	abstract timeline(options: TimelineOptions): Timeline | undefined;

	/** Cluster time of the named moment after or before the play head; its own where there is none. */
	protected abstract beatBeside(direction: 1 | -1): number;

	/** As `beatBeside`, for single events. */
	protected abstract eventBeside(direction: 1 | -1): number;

	/** Cluster time of the play head, ms since the cluster's start. */
	readonly atMs = $derived.by(() => this.tempo?.toCluster(this.screenMs) ?? 0);

	/** As `atMs`, since the story's start: what people see. */
	readonly storyMs = $derived.by(() => this.atMs - (this.tempo?.startMs ?? 0));

	protected follow(player: Player): void {
		this.#player = player;
		player.subscribe(({ value, context }) => {
			this.phase = value;
			this.screenMs = context.screenMs;
			this.speed = context.speed;
		});
	}

	/** Another story is on: stands at a place of it. */
	protected load(durationMs: number, screenMs: number): void {
		this.#player?.send({ type: 'load', durationMs, screenMs });
	}

	/** Sends a frame's time to the player. */
	tick(elapsedMs: number): void {
		this.#player?.send({ type: 'tick', elapsedMs });
	}

	play(): void {
		this.#player?.send({ type: 'play' });
	}

	toggle(): void {
		this.#player?.send({ type: 'toggle' });
	}

	pause(): void {
		this.#player?.send({ type: 'pause' });
	}

	/** Stops and stands at a moment of cluster time. */
	goTo(clusterMs: number): void {
		this.pause();
		this.seek(clusterMs);
	}

	seek(clusterMs: number): void {
		if (this.tempo) this.seekScreen(this.tempo.toScreen(clusterMs));
	}

	seekScreen(screenMs: number): void {
		this.#player?.send({ type: 'seek', screenMs });
	}

	grab(): void {
		this.#player?.send({ type: 'grab' });
	}

	release(): void {
		this.#player?.send({ type: 'release' });
	}

	stepBeat(direction: 1 | -1): void {
		if (this.tempo) this.goTo(this.beatBeside(direction));
	}

	stepEvent(direction: 1 | -1): void {
		if (this.tempo) this.goTo(this.eventBeside(direction));
	}

	goToStart(): void {
		this.goTo(this.tempo?.startMs ?? 0);
	}

	goToEnd(): void {
		this.goTo(this.tempo?.endMs ?? 0);
	}

	setSpeed(speed: Speed): void {
		this.#player?.send({ type: 'speed', speed });
	}

	/** So many places faster, or slower where negative. */
	faster(places: number): void {
		this.#player?.send({ type: 'faster', places });
	}

	inspect(subject: string): void {
		this.subject = subject;
		this.panel = 'inspector';
	}

	togglePanel(panel: Panel): void {
		this.panel = this.panel === panel ? undefined : panel;
	}

	/** Does what a key asks for; false when it is not the playback's to do. */
	obey(action: KeyAction): boolean {
		const act = this.#actions[action];
		act?.();
		return act !== undefined;
	}

	readonly #actions: Partial<Record<KeyAction, () => void>> = {
		toggle: () => this.toggle(),
		'next-beat': () => this.stepBeat(1),
		'previous-beat': () => this.stepBeat(-1),
		'next-event': () => this.stepEvent(1),
		'previous-event': () => this.stepEvent(-1),
		start: () => this.goToStart(),
		end: () => this.goToEnd(),
		slower: () => this.faster(-1),
		faster: () => this.faster(1),
		help: () => this.togglePanel('help')
	};

	/** The next speed, and after the fastest the slowest. */
	cycleSpeed(): void {
		this.setSpeed(speeds.at(-1) === this.speed ? speeds[0] : nextSpeed(this.speed, 1));
	}
}
