import { message } from '#lib/i18n/message.ts';
import { linkVersion } from '#lib/playback/link-version.ts';
import type { Caption } from '#lib/scene/caption.ts';
import type { ComparedSide } from '#lib/scene/compare/compared-side.ts';
import type { Timeline, TimelineOptions } from '#lib/scene/timeline.ts';
import {
	undoCommand,
	updateCommand,
	usualSettings,
	withCommandAt,
	type RolloutSettings
} from '#lib/source/rollout-settings.ts';
import type { NodeSize } from '#lib/source/scenario.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { Playback } from '../playback.svelte.ts';
import type { ShownRun } from '../run.ts';
import type { Settings } from '../settings.svelte.ts';
import { Simulator } from '../simulation/simulator.ts';
import {
	forkedSides,
	strategySides,
	type ComparisonMode,
	type Fork,
	type PlannedSide
} from './comparison-plan.ts';
import { refusalOf } from './refusal.ts';

type Engine = typeof import('./compare-engine.ts');

/** How often a run is rehearsed; after that it gets no quicker. */
const rehearsals = 30;

const nothing = (): void => {};

/** Clusters side by side that share one clock, and what they are made from. */
export class CompareStudio extends Playback {
	engine = $state.raw<Engine>();
	sides = $state.raw<readonly ComparedSide[]>([]);
	/** What the sides were made from. */
	planned = $state.raw<readonly PlannedSide[]>([]);
	tempo = $state.raw<Tempo>();
	mode = $state<ComparisonMode>('compare');
	/** What stands in the fields; what is on may lag behind it, or be older where it was refused. */
	rollout = $state.raw<RolloutSettings>(usualSettings);
	fork = $state.raw<Fork>();
	/** What the API server or kubectl says against the fields as they stand. */
	refusal = $state<string>();
	/** Which side the inspector looks at. */
	inspectedKey = $state<'left' | 'right'>('left');
	/** Where a link asks to stand, ms of the story, once something is on. */
	openAtMs: number | undefined;
	/** The version that the link is of, where it says one. */
	openVersion: string | undefined;
	readonly #nodes: readonly NodeSize[];
	readonly #simulators: Simulator[] = [];
	#engineWanted: Promise<Engine> | undefined;
	#lastOrder = 0;
	#isLeft = false;
	/** What the workers do now. */
	#running: Promise<void> = Promise.resolve();

	constructor(settings: Settings, nodes: readonly NodeSize[]) {
		super(settings);
		this.#nodes = nodes;
	}

	/** Loads what shows clusters. */
	start(): Promise<Engine> {
		this.#engineWanted ??= (async () => {
			const engine = await import('./compare-engine.ts');
			this.follow(engine.createPlayer());
			this.engine = engine;
			return engine;
		})();
		return this.#engineWanted;
	}

	/** Nobody looks any more. */
	leave(): void {
		this.#isLeft = true;
		this.#lastOrder++;
		for (const simulator of this.#simulators.splice(0)) simulator.close();
	}

	/**
	 * Runs what the fields say and shows it at the same moment as before. Where a command is refused, what is on stays on
	 * and the refusal is told.
	 */
	async perform(): Promise<void> {
		const order = ++this.#lastOrder;
		this.simulating = true;
		try {
			const planned = this.#plan();
			const [traces, engine] = await Promise.all([
				this.#simulate(planned, order),
				this.start(),
				this.before
			]);
			if (order !== this.#lastOrder) return;
			this.refusal = this.mode === 'fork' ? undefined : traces.map(refusalOf).find(Boolean);
			if (this.refusal !== undefined && this.sides.length > 0) return;
			this.#show(planned, traces, engine);
		} finally {
			if (order === this.#lastOrder) this.simulating = false;
		}
	}

	#plan(): readonly PlannedSide[] {
		const { locale } = this.settings;
		if (this.mode !== 'fork') {
			return strategySides(this.rollout, this.mode, this.#nodes, locale);
		}
		return this.fork ? forkedSides(this.fork, locale) : [];
	}

	/** One order after another: what was asked for while one runs, and again since, never runs. */
	async #simulate(planned: readonly PlannedSide[], order: number): Promise<readonly Trace[]> {
		await this.#running;
		if (order !== this.#lastOrder) return [];
		const traces = Promise.all(
			planned.map(({ scenario }, i) => this.#simulator(i).simulate(scenario))
		);
		this.#running = traces.then(nothing, nothing);
		return traces;
	}

	#simulator(i: number): Simulator {
		return (this.#simulators[i] ??= new Simulator());
	}

	/** Somebody is about to turn settings: runs what is on a few times more, so that the first turn is as quick as the tenth. */
	async rehearse(): Promise<void> {
		for (let left = rehearsals; left > 0 && !this.#isLeft;) {
			await this.#running;
			// What a person asked for comes first, and so does showing it.
			await new Promise((resolve) => setTimeout(resolve));
			if (this.simulating) continue;
			this.#running = Promise.all(
				this.planned.map(({ scenario }, i) => this.#simulator(i).rehearse(scenario))
			).then(nothing, nothing);
			left--;
		}
	}

	#show(planned: readonly PlannedSide[], traces: readonly Trace[], engine: Engine): void {
		const plays = this.phase === 'playing';
		const placeMs = this.tempo && this.storyMs;
		this.sides = planned.map(({ title, note }, i) => ({
			key: i === 0 ? 'left' : 'right',
			title,
			note,
			index: engine.indexTrace(traces[i]!)
		}));
		this.planned = planned;
		this.tempo = engine.comparisonTempo(traces);
		const storyMs = this.#askedMs(traces) ?? placeMs ?? 0;
		this.load(this.tempo.durationMs, this.tempo.toScreen(this.tempo.startMs + storyMs));
		if (plays) this.play();
	}

	/** Where a link asks to stand; at the start where it is one of another version, which is told. */
	#askedMs(traces: readonly Trace[]): number | undefined {
		const { openAtMs, openVersion } = this;
		this.openAtMs = this.openVersion = undefined;
		if (openAtMs === undefined || openVersion === undefined) return openAtMs;
		if (openVersion === linkVersion(traces)) return openAtMs;
		this.notice = message(this.settings.locale, 'app.otherVersion');
		return 0;
	}

	/** Which telling of its stories a link made now is of. */
	get version(): string | undefined {
		return this.sides.length > 0
			? linkVersion(this.sides.map(({ index }) => index.trace))
			: undefined;
	}

	/** Takes other settings at once. */
	change(part: Partial<RolloutSettings>): void {
		this.rollout = { ...this.rollout, ...part };
		void this.#try();
	}

	choose(mode: ComparisonMode): void {
		this.mode = mode;
		void this.#try();
	}

	/** Types a command at this moment, in every cluster. */
	command(run: string): void {
		// A whole millisecond, and never before the Deployment is there.
		const atMs = Math.max(1000, Math.round(this.storyMs));
		this.rollout = withCommandAt(this.rollout, atMs, run);
		void this.#try();
	}

	update(): void {
		this.command(updateCommand(this.rollout));
	}

	undo(): void {
		this.command(undoCommand);
	}

	reset(): void {
		this.rollout = usualSettings;
		void this.#try();
	}

	async #try(): Promise<void> {
		try {
			await this.perform();
		} catch (problem) {
			const { locale } = this.settings;
			this.notice = message(locale, 'app.failed', { message: String(problem) });
		}
	}

	/** The run that the inspector looks at. */
	readonly inspected = $derived.by((): ShownRun | undefined => {
		const { sides, tempo } = this;
		const side = sides.find(({ key }) => key === this.inspectedKey) ?? sides[0];
		return side && tempo && { index: side.index, trace: side.index.trace, tempo };
	});

	override inspect(subject: string): void {
		const [, key, inner] = /^(left|right)\/(.*)$/s.exec(subject) ?? [];
		if (key === 'left' || key === 'right') this.inspectedKey = key;
		super.inspect(inner ?? subject);
	}

	caption(): Caption | undefined {
		const { engine, sides, settings } = this;
		return engine && sides.length > 0
			? engine.comparisonCaption(sides, this.atMs, settings.locale)
			: undefined;
	}

	timeline(options: TimelineOptions): Timeline | undefined {
		const { engine, tempo, sides } = this;
		return engine && tempo && engine.comparisonTimeline(sides, tempo, options);
	}

	readonly beatTimes = $derived.by(() =>
		(this.engine?.comparisonBeats(this.sides, this.settings.locale) ?? []).map(({ atMs }) => atMs)
	);

	protected eventTimes(): readonly number[] {
		const { engine } = this;
		return this.sides
			.flatMap(({ index }) => (engine?.podCountsOf(index.trace) ?? []).map(({ atMs }) => atMs))
			.sort((a, b) => a - b);
	}
}
