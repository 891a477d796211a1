import { message } from '#lib/i18n/message.ts';
import type { KeyAction } from '#lib/playback/keys.ts';
import { nextSpeed, speeds, type Speed } from '#lib/playback/speed.ts';
import type { EditedInput, UrlState } from '#lib/playback/url-state.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { Run } from './run.ts';
import type { Settings } from './settings.svelte.ts';
import { Simulator } from './simulation/simulator.ts';

type Engine = typeof import('./engine.ts');
type Player = import('./engine.ts').Player;

export type Panel = 'inspector' | 'editor' | 'help';

/** What is on, where its play head stands and what is open beside it. */
export class Studio {
	readonly settings: Settings;
	engine = $state.raw<Engine>();
	run = $state.raw<Run>();
	/** Place of the play head, ms of screen time. */
	screenMs = $state(0);
	phase = $state<'paused' | 'playing' | 'scrubbing' | 'ended'>('paused');
	speed = $state<Speed>(1);
	view = $state<'stage' | 'sequence'>('stage');
	showAll = $state(false);
	showWatches = $state(false);
	panel = $state<Panel>();
	/** What the inspector shows, as marks say it. */
	subject = $state<string>();
	/** What a person typed in place of the lesson's input; undefined while the lesson's own is on. */
	input = $state.raw<EditedInput>();
	/** What stands in the editor, run or not. */
	draft = $state.raw<EditedInput>();
	/** The draft shall be run as soon as the editor is there. */
	runWanted = $state(false);
	/** Something to tell at the top of the page. */
	notice = $state<string>();
	/** A cluster runs that hasn't been shown yet. */
	simulating = $state(false);
	#player: Player | undefined;
	#simulator: Simulator | undefined;
	#engineWanted: Promise<Engine> | undefined;
	#lastOrder = 0;
	readonly #watchesAtFirst: boolean;

	constructor(settings: Settings, showWatches: boolean) {
		this.settings = settings;
		this.showWatches = this.#watchesAtFirst = showWatches;
	}

	/** Cluster time of the play head, ms since the cluster's start. */
	readonly atMs = $derived.by(() => this.run?.tempo.toCluster(this.screenMs) ?? 0);

	/** As `atMs`, since the story's start: what people see. */
	readonly storyMs = $derived.by(() => this.atMs - (this.run?.tempo.startMs ?? 0));

	/** Loads what shows a cluster. */
	start(): Promise<Engine> {
		this.#engineWanted ??= this.#loadEngine();
		return this.#engineWanted;
	}

	async #loadEngine(): Promise<Engine> {
		const engine = await import('./engine.ts');
		this.#player = engine.createPlayer();
		this.#player.subscribe(({ value, context }) => {
			this.phase = value;
			this.screenMs = context.screenMs;
			this.speed = context.speed;
		});
		this.engine = engine;
		return engine;
	}

	/**
	 * Runs a scenario and shows it from its start; true when it is on. The old run stays on until then, for good when
	 * the simulation throws (rejects with it), or when another scenario was asked for meanwhile (false).
	 */
	async perform(scenario: Scenario, input?: EditedInput): Promise<boolean> {
		const order = ++this.#lastOrder;
		this.simulating = true;
		try {
			this.#simulator ??= new Simulator();
			const [trace, engine] = await Promise.all([this.#simulator.simulate(scenario), this.start()]);
			if (order !== this.#lastOrder) return false;
			const run = engine.createRun(scenario, trace);
			// The first drawing is a task of its own, so that the page can answer in between.
			await new Promise((resolve) => setTimeout(resolve));
			if (order !== this.#lastOrder) return false;
			this.#show(run, input);
			return true;
		} finally {
			if (order === this.#lastOrder) this.simulating = false;
		}
	}

	/** Nobody looks any more. */
	leave(): void {
		this.#lastOrder++;
		this.#simulator?.close();
		this.#simulator = undefined;
	}

	#show(run: Run, input: EditedInput | undefined): void {
		this.run = run;
		this.input = input;
		this.subject = undefined;
		if (this.panel === 'inspector') this.panel = undefined;
		this.#player?.send({ type: 'load', durationMs: run.tempo.durationMs, screenMs: 0 });
	}

	/** Goes where a link says; a moment that doesn't exist is told, and leaves the story at its start. */
	follow(state: UrlState): void {
		if (state.speed) this.#player?.send({ type: 'speed', speed: state.speed });
		if (state.view) this.view = state.view;
		if (state.showAll) this.showAll = true;
		if (state.showWatches !== undefined) this.showWatches = state.showWatches;
		const { run } = this;
		if (state.atMs === undefined || !run) return;
		const { startMs, endMs } = run.tempo;
		if (state.atMs >= 0 && state.atMs <= endMs - startMs) this.seek(startMs + state.atMs);
		else {
			this.notice = message(this.settings.locale, 'app.noSuchMoment', {
				end: `${Math.round(endMs - startMs) / 1000} s`
			});
		}
	}

	/** What a link to this moment says. */
	get linkState(): UrlState {
		return {
			atMs: this.storyMs,
			locale: this.settings.locale,
			speed: this.speed,
			view: this.view === 'sequence' ? 'sequence' : undefined,
			showAll: this.showAll || undefined,
			showWatches: this.showWatches === this.#watchesAtFirst ? undefined : this.showWatches,
			projector: this.settings.projector || undefined,
			input: this.input
		};
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

	/** Stops and stands at a moment of cluster time. */
	goTo(clusterMs: number): void {
		this.#player?.send({ type: 'pause' });
		this.seek(clusterMs);
	}

	seek(clusterMs: number): void {
		if (this.run) this.seekScreen(this.run.tempo.toScreen(clusterMs));
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
		if (this.run && this.engine) this.goTo(this.engine.beatBeside(this.run, this.atMs, direction));
	}

	stepEvent(direction: 1 | -1): void {
		if (!this.run || !this.engine) return;
		this.goTo(this.engine.eventBeside(this.run, this.atMs, direction, this.showAll));
	}

	/** The next speed, and after the fastest the slowest. */
	cycleSpeed(): void {
		const last = speeds.at(-1) === this.speed;
		this.#player?.send({ type: 'speed', speed: last ? speeds[0] : nextSpeed(this.speed, 1) });
	}

	/** Puts a manifest that was dropped or chosen into the editor and runs it; what can't be read is told. */
	async takeFile(file: File, lesson: Scenario): Promise<void> {
		const { locale } = this.settings;
		const { readFile, UnreadableFile } = await import('./editor/read-file.ts');
		const { inputOf, manifestName } = await import('./edited-scenario.ts');
		try {
			const manifest = await readFile(file, locale);
			const commands = `kubectl get pods -w\nkubectl apply -f ${manifestName(lesson)}`;
			this.draft = { ...(this.draft ?? this.input ?? inputOf(lesson)), manifest, commands };
			this.panel = 'editor';
			this.runWanted = true;
		} catch (problem) {
			if (!(problem instanceof UnreadableFile)) throw problem;
			this.notice = problem.message;
		}
	}

	inspect(subject: string): void {
		this.subject = subject;
		this.panel = 'inspector';
	}

	togglePanel(panel: Panel): void {
		this.panel = this.panel === panel ? undefined : panel;
	}

	toggleView(): void {
		this.view = this.view === 'stage' ? 'sequence' : 'stage';
	}

	/** Does what a key asks for; false when it is not the studio's to do. */
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
		start: () => this.goTo(this.run?.tempo.startMs ?? 0),
		end: () => this.goTo(this.run?.tempo.endMs ?? 0),
		slower: () => this.#player?.send({ type: 'faster', places: -1 }),
		faster: () => this.#player?.send({ type: 'faster', places: 1 }),
		sequence: () => this.toggleView(),
		'show-all': () => {
			this.showAll = !this.showAll;
		},
		'show-watches': () => {
			this.showWatches = !this.showWatches;
		},
		edit: () => this.togglePanel('editor'),
		help: () => this.togglePanel('help')
	};
}
