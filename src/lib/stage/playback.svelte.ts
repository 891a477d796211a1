import type { KeyAction } from '#lib/playback/keys.ts';
import { nextSpeed, speeds, type Speed } from '#lib/playback/speed.ts';
import { lockOf, seenBy, type Stop } from '#lib/playback/stop.ts';
import type { Timeline, TimelineOptions } from '#lib/scene/timeline.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { beside, sameMs } from './beside.ts';
import type { Player } from './player.ts';
import type { Settings } from './settings.svelte.ts';

export type Panel = 'inspector' | 'editor' | 'settings' | 'rollout' | 'fork' | 'help' | WordsPanel;

/** The story in words, or the picture that stands. */
export type WordsPanel = 'words' | 'moment';

/** Places as near as this are one, ms of screen time. */
const nearMs = 5;

/** Something that is played: where its play head stands, and what a person does with time. */
export abstract class Playback {
	readonly settings: Settings;
	/** Place of the play head, ms of screen time. */
	screenMs = $state(0);
	phase = $state<'paused' | 'playing' | 'scrubbing' | 'asked' | 'ended'>('paused');
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
	/** Where play stops for a question. */
	stops = $state.raw<readonly Stop[]>([]);
	/** The questions that have been answered, or seen. */
	answered = $state.raw<readonly string[]>([]);
	/** What must be there before a story is on. */
	before: Promise<unknown> = Promise.resolve();
	/** Parts of the page that come later, asked first what a key is for; true when it was theirs to do. */
	readonly deputies: ((action: KeyAction, key: string) => boolean)[] = [];
	#findStops: () => readonly Stop[] = () => [];
	#player: Player | undefined;

	constructor(settings: Settings) {
		this.settings = settings;
	}

	/** How what is on is spread over the screen's time; undefined before anything is on. */
	abstract readonly tempo: Tempo | undefined;

	/** Density and named moments of what is on. */
	abstract timeline(options: TimelineOptions): Timeline | undefined;

	/** Cluster times of the named moments, in order. */
	abstract readonly beatTimes: readonly number[];

	/** As `beatTimes`, of single events. */
	protected abstract eventTimes(): readonly number[];

	/** Cluster time of the play head, ms since the cluster's start. */
	readonly atMs = $derived.by(() => this.tempo?.toCluster(this.screenMs) ?? 0);

	/** As `atMs`, since the story's start: what people see. */
	readonly storyMs = $derived.by(() => this.atMs - (this.tempo?.startMs ?? 0));

	/** When the named moment began that stands; the story's start before the first. */
	readonly beatMs = $derived.by(
		() => this.beatTimes.findLast((time) => time <= this.atMs + sameMs) ?? this.tempo?.startMs ?? 0
	);

	/** The question that waits for an answer, here or later. */
	readonly lock = $derived.by(() =>
		this.settings.asks ? lockOf(this.stops, this.answered) : undefined
	);

	/** Nothing from this moment of cluster time on may be shown or told yet. */
	readonly knownUntilMs = $derived.by(() => this.lock?.atMs ?? Infinity);

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
		this.askAgain();
	}

	/** Asks where `findStops` says, in this story and in each that comes after it. */
	ask(findStops: () => readonly Stop[]): void {
		this.#findStops = findStops;
		this.askAgain();
	}

	/** Finds the stops of what is on. What lies behind the play head counts as seen. */
	askAgain(): void {
		this.stops = this.#findStops();
		this.#see(this.atMs);
		this.#setLock();
	}

	/** A question has its answer: play goes on, and rests where the answer is seen. */
	answer(ask: string): void {
		const stop = this.stops.find((each) => each.ask === ask);
		if (!stop || !this.tempo) return;
		this.answered = [...this.answered, ask];
		this.#setLock();
		this.#player?.send({ type: 'rest', screenMs: this.tempo.toScreen(stop.shownMs) });
		this.play();
	}

	#see(clusterMs: number): void {
		this.answered = [...this.answered, ...seenBy(this.stops, clusterMs)];
	}

	/** A little before it happens, also for a link, which rounds. Whoever stands there is asked. */
	#setLock(): void {
		const { lock, tempo } = this;
		if (!lock || !tempo) return this.#player?.send({ type: 'lock', screenMs: Infinity });
		const before = Math.min(tempo.toScreen(lock.atMs) - 1, tempo.toScreen(lock.atMs - 0.01));
		const screenMs = Math.max(0, before);
		this.#player?.send({ type: 'lock', screenMs });
		if (Math.abs(this.screenMs - screenMs) < nearMs) this.seekScreen(screenMs);
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

	/** Stands at a moment that a link names: who has the link has been there, or was sent there. */
	open(clusterMs: number): void {
		this.#see(clusterMs);
		this.#setLock();
		this.seek(clusterMs);
		this.#setLock();
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
		this.#step(this.beatTimes, direction);
	}

	stepEvent(direction: 1 | -1): void {
		this.#step(this.eventTimes(), direction);
	}

	/** Past the last of them lies the story's end, before the first its start. */
	#step(times: readonly number[], direction: 1 | -1): void {
		const { tempo, atMs } = this;
		if (!tempo) return;
		this.goTo(beside(times, atMs, direction) ?? (direction > 0 ? tempo.endMs : tempo.startMs));
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

	/** Has a deputy do what is asked for; false when none takes it. `key` is the one that was pressed. */
	depute(action: KeyAction, key = ''): boolean {
		return this.deputies.some((deputy) => deputy(action, key));
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
		help: () => this.togglePanel('help'),
		words: () => this.togglePanel('words'),
		moment: () => this.togglePanel('moment')
	};

	/** The next speed, and after the fastest the slowest. */
	cycleSpeed(): void {
		this.setSpeed(speeds.at(-1) === this.speed ? speeds[0] : nextSpeed(this.speed, 1));
	}
}
