import { message } from '#lib/i18n/message.ts';
import type { KeyAction } from '#lib/playback/keys.ts';
import { linkVersion } from '#lib/playback/link-version.ts';
import type { EditedInput, UrlState } from '#lib/playback/url-state.ts';
import type { InsideName } from '#lib/scene/inside/inside-name.ts';
import type { Timeline, TimelineOptions } from '#lib/scene/timeline.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { isLessonFile, isTraceFile, type LessonDrop } from './lesson-drop.ts';
import type { ShownAtFirst } from './lesson-view.ts';
import { Playback } from './playback.svelte.ts';
import type { Beside, Shown, ShownSource } from './recorded/shown.ts';
import type { Run } from './run.ts';
import { parseSubject } from './subject.ts';
import type { Settings } from './settings.svelte.ts';
import { Simulator } from './simulation/simulator.ts';

type Engine = typeof import('./engine.ts');

/** What is on, where its play head stands and what is open beside it. */
export class Studio extends Playback {
	engine = $state.raw<Engine>();
	run = $state.raw<Run>();
	view = $state<'stage' | 'sequence'>('stage');
	showWatches = $state(false);
	/** What stands opened below the bar. */
	inside = $state<InsideName>();
	/** What a person typed in place of the lesson's input; undefined while the lesson's own is on. */
	input = $state.raw<EditedInput>();
	/** What stands in the editor, run or not. */
	draft = $state.raw<EditedInput>();
	/** Opens a lesson of someone's own in place of this one; a page that can't has none. */
	openLesson: ((drop: LessonDrop) => void) | undefined;
	/** The draft shall be run as soon as the editor is there. */
	runWanted = $state(false);
	#simulator: Simulator | undefined;
	#engineWanted: Promise<Engine> | undefined;
	#lastOrder = 0;
	/** Where what is on comes from. */
	source = $state<ShownSource>('simulated');
	/** Two runs on one clock; undefined where one is on alone. */
	beside = $state.raw<Beside>();
	readonly #atFirst: ShownAtFirst;

	constructor(settings: Settings, atFirst: ShownAtFirst) {
		super(settings);
		this.#atFirst = atFirst;
		this.showWatches = atFirst.showWatches ?? false;
		this.inside = atFirst.inside;
	}

	readonly tempo = $derived.by(() => (this.beside ?? this.run)?.tempo);

	/** etcd key of the object that someone looks at. */
	get focus(): string | undefined {
		const { subject } = this;
		return subject?.startsWith('object:') ? subject.slice('object:'.length) : undefined;
	}

	/** Loads what shows a cluster. */
	start(): Promise<Engine> {
		this.#engineWanted ??= this.#loadEngine();
		return this.#engineWanted;
	}

	async #loadEngine(): Promise<Engine> {
		const engine = await import('./engine.ts');
		this.follow(engine.createPlayer());
		this.engine = engine;
		return engine;
	}

	/**
	 * Runs a scenario and shows it from its start; true when it is on. The old run stays on until then, for good when
	 * the simulation throws (rejects with it), or when another scenario was asked for meanwhile (false).
	 */
	perform(scenario: Scenario, input?: EditedInput): Promise<boolean> {
		return this.put(async (simulator, engine) => {
			const trace = await simulator.simulate(scenario);
			return { run: (await engine).createRun(scenario, trace), input };
		});
	}

	/** As `perform`, with whatever is made to be shown. */
	async put(
		make: (simulator: Simulator, engine: Promise<Engine>) => Promise<Shown>
	): Promise<boolean> {
		const order = ++this.#lastOrder;
		this.simulating = true;
		try {
			this.#simulator ??= new Simulator();
			const [shown, engine] = await Promise.all([
				make(this.#simulator, this.start()),
				this.start(),
				this.before
			]);
			if (order !== this.#lastOrder) return false;
			for (const step of engine.preparations(shown.run, this.settings.locale)) {
				await new Promise((resolve) => setTimeout(resolve));
				step();
			}
			await new Promise((resolve) => setTimeout(resolve));
			if (order !== this.#lastOrder) return false;
			this.#show(shown);
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

	#show({ run, input, source = 'simulated', beside, atMs }: Shown): void {
		const plays = atMs !== undefined && this.phase === 'playing';
		this.run = run;
		this.input = input;
		this.source = source;
		this.beside = beside;
		this.subject = undefined;
		if (this.panel === 'inspector') this.panel = undefined;
		const tempo = beside?.tempo ?? run.tempo;
		this.load(tempo.durationMs, atMs === undefined ? 0 : tempo.toScreen(atMs));
		if (plays) this.play();
	}

	/** What stands beside something says on which side it is. */
	override inspect(subject: string): void {
		const [, key, inner] = /^(left|right)\/(.*)$/s.exec(subject) ?? [];
		if (this.beside && (key === 'left' || key === 'right')) this.run = this.beside.runs[key];
		super.inspect(inner ?? subject);
	}

	/** Which telling of the story is on. */
	get #version(): string | undefined {
		const { run, beside } = this;
		if (beside) return linkVersion([beside.runs.left.trace, beside.runs.right.trace]);
		return run && linkVersion([run.trace]);
	}

	/**
	 * Goes where a link says; a moment that doesn't exist, or is one of a story that another version tells otherwise, is
	 * told, and leaves the story at its start.
	 */
	goWhere(state: UrlState): void {
		if (state.speed) this.setSpeed(state.speed);
		if (state.view) this.view = state.view;
		if (state.showAll) this.showAll = true;
		if (state.showWatches !== undefined) this.showWatches = state.showWatches;
		if (state.inside) this.inside = state.inside === 'none' ? undefined : state.inside;
		const { tempo } = this;
		if (state.atMs === undefined || !tempo) return;
		const { startMs, endMs } = tempo;
		if (state.version !== undefined && state.version !== this.#version) {
			this.notice = message(this.settings.locale, 'app.otherVersion');
		} else if (state.atMs >= 0 && state.atMs <= endMs - startMs) this.open(startMs + state.atMs);
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
			showWatches:
				this.showWatches === (this.#atFirst.showWatches ?? false) ? undefined : this.showWatches,
			inside: this.inside === this.#atFirst.inside ? undefined : (this.inside ?? 'none'),
			projector: this.settings.projector || undefined,
			input: this.input,
			source: this.source === 'recorded' || this.source === 'both' ? this.source : undefined,
			version: this.#version
		};
	}

	timeline(options: TimelineOptions): Timeline | undefined {
		const { engine, run, beside } = this;
		if (beside) return beside.timeline(options);
		return engine && run && engine.timeline(run.trace, run.tempo, options);
	}

	readonly beatTimes = $derived.by(
		() => this.beside?.beatTimes ?? this.run?.beats.map(({ atMs }) => atMs) ?? []
	);

	protected eventTimes(): readonly number[] {
		const { engine, run, beside } = this;
		if (beside) return beside.eventTimes;
		return engine && run ? engine.eventTimes(run, this.showAll) : [];
	}

	/** Puts a manifest that was dropped or chosen into the editor and runs it; what can't be read is told. */
	async takeFile(file: File, lesson: Scenario): Promise<void> {
		if (this.openLesson && isLessonFile(file.name)) return this.openLesson(file);
		if (isTraceFile(file.name)) {
			const { openTrace } = await import('./recorded/open-trace.ts');
			if (await openTrace(this, file)) return;
		}
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

	toggleView(): void {
		this.view = this.view === 'stage' ? 'sequence' : 'stage';
	}

	/** Opens a part of the cluster below the bar, or closes it. */
	/** Opens a part of what is inspected; it has the picture for itself. */
	openInside(name: InsideName): void {
		const { kind, id } = parseSubject(this.subject ?? '');
		const node = kind === 'component' ? id.split('/')[1] : undefined;
		if (node !== undefined) this.subject = `object:/registry/minions/${node}`;
		this.inside = name;
		this.panel = undefined;
	}

	toggleInside(name: InsideName = this.#atFirst.inside ?? 'api-server'): void {
		this.inside = this.inside === name ? undefined : name;
		this.view = 'stage';
	}

	override obey(action: KeyAction): boolean {
		const act = this.#ownActions[action];
		act?.();
		return act !== undefined || super.obey(action);
	}

	readonly #ownActions: Partial<Record<KeyAction, () => void>> = {
		sequence: () => this.toggleView(),
		'show-all': () => {
			this.showAll = !this.showAll;
		},
		'show-watches': () => {
			this.showWatches = !this.showWatches;
		},
		inside: () => this.toggleInside(),
		edit: () => this.togglePanel('editor')
	};
}
