/**
 * What plays a lesson on the first page: loaded when one plays, in a chunk of its own.
 */
import type { Locale } from '#lib/i18n/locale.ts';
import { lessonCaptionAt } from '#lib/lessons/lesson-caption.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { findMoment } from '#lib/lessons/moment.ts';
import { threeWorkers } from '#lib/lessons/workers.ts';
import { comparison } from '#lib/scene/compare/comparison.ts';
import { comparisonCaption } from '#lib/scene/compare/comparison-caption.ts';
import type { Scene } from '#lib/scene/mark.ts';
import { miniature } from '#lib/scene/miniature/miniature.ts';
import { miniatureComparison } from '#lib/scene/miniature/miniature-comparison.ts';
import { tellingMoment } from '#lib/scene/miniature/telling-moment.ts';
import type { SceneOptions } from '#lib/scene/options.ts';
import { scene } from '#lib/scene/scene.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { strategySides } from '#lib/stage/compare/comparison-plan.ts';
import { createRun } from '#lib/stage/run.ts';
import { comparisonTempo } from '#lib/tempo/comparison-tempo.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** A lesson that has run, to be shown small or large; times are cluster ms. */
export interface HomeStory {
	readonly tempo: Tempo;
	/** The moment that its picture stands at. */
	readonly tellingMs: number;
	/** Not shown beyond this: there the lesson asks something. */
	readonly untilMs: number;
	small(atMs: number, reducedMotion: boolean): Scene;
	large(atMs: number, options: Omit<SceneOptions, 'tempo'>): Scene;
	sentence(atMs: number, locale: Locale): string;
}

type Simulate = (scenario: Scenario) => Promise<Trace>;
type PlayableLesson = Omit<Lesson, 'facts'>;

export async function lessonStory(lesson: PlayableLesson, simulate: Simulate): Promise<HomeStory> {
	const run = createRun(lesson.scenario, await simulate(lesson.scenario));
	const { index, tempo, trace } = run;
	const small = (atMs: number, reducedMotion: boolean) =>
		miniature(index, atMs, { tempo, reducedMotion });
	const stops = lesson.questions.map(({ stop }) => findMoment(trace, stop)?.atMs ?? Infinity);
	const { showWatches = false, inside } = lesson;
	return {
		tempo,
		tellingMs: tellingMoment([trace], tempo, (atMs) => small(atMs, true)),
		untilMs: Math.min(tempo.endMs, ...stops),
		small,
		large: (atMs, options) =>
			scene(index, atMs, { ...options, tempo, showWatches, ...(inside && { inside }) }),
		sentence: (atMs, locale) => lessonCaptionAt(lesson, index, atMs, locale).sentence
	};
}

export async function comparisonStory(locale: Locale, simulate: Simulate): Promise<HomeStory> {
	const planned = strategySides(usualSettings, 'compare', threeWorkers, locale);
	const traces = await Promise.all(planned.map(({ scenario }) => simulate(scenario)));
	const sides = planned.map(({ title, note }, i) => ({
		key: i === 0 ? ('left' as const) : ('right' as const),
		title,
		note,
		index: indexTrace(traces[i]!)
	}));
	const tempo = comparisonTempo(traces);
	const small = (atMs: number, reducedMotion: boolean) =>
		miniatureComparison(sides, atMs, { tempo, reducedMotion });
	return {
		tempo,
		tellingMs: tellingMoment(traces, tempo, (atMs) => small(atMs, true)),
		untilMs: tempo.endMs,
		small,
		large: (atMs, options) => comparison(sides, atMs, { ...options, tempo }),
		sentence: (atMs, spoken) => comparisonCaption(sides, atMs, spoken).sentence
	};
}
