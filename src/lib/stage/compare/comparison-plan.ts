import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { rolloutScenario, type Strategy } from '#lib/source/rollout-scenario.ts';
import type { RolloutSettings } from '#lib/source/rollout-settings.ts';
import type { NodeSize, Scenario } from '#lib/source/scenario.ts';

/** What is seen: one strategy, both beside each other, or what was beside what would have been. */
export type ComparisonMode = 'compare' | Strategy | 'fork';

/** A story, and another command at a moment of it; ms of the story. */
export interface Fork {
	readonly base: Scenario;
	readonly atMs: number;
	readonly run: string;
}

/** One side before it has run. */
export interface PlannedSide {
	readonly title: string;
	readonly note: string;
	readonly scenario: Scenario;
}

/** After a fork at least so much is shown, ms. */
const leastAfterForkMs = 10_000;

/** Both futures of a moment: as it was, and with another command in it. */
export function forkedSides({ base, atMs, run }: Fork, locale: Locale): readonly PlannedSide[] {
	const lastMs = Math.max(atMs, ...base.steps.map((step) => step.atMs));
	const untilMs = Math.max(base.untilMs ?? 0, lastMs + leastAfterForkMs);
	const same = base.steps.filter((step) => step.atMs <= atMs);
	const later = base.steps.filter((step) => step.atMs > atMs);
	return [
		{
			title: message(locale, 'compare.asItWas'),
			note: later[0]?.run ?? '',
			scenario: { ...base, untilMs }
		},
		{
			title: message(locale, 'compare.whatIf'),
			note: run,
			scenario: { ...base, untilMs, steps: [...same, { atMs, run }, ...later] }
		}
	];
}

/** The strategies side by side, or one of them alone. */
export function strategySides(
	settings: RolloutSettings,
	mode: Exclude<ComparisonMode, 'fork'>,
	nodes: readonly NodeSize[],
	locale: Locale
): readonly PlannedSide[] {
	const strategies: readonly Strategy[] =
		mode === 'compare' ? ['RollingUpdate', 'Recreate'] : [mode];
	const sides = strategies.map((strategy) => ({
		title: strategy,
		note: noteOf(settings, strategy, locale),
		scenario: rolloutScenario(settings, strategy, nodes)
	}));
	// Beside each other they end together, so that neither is judged before its time.
	const untilMs = Math.max(...sides.map(({ scenario }) => scenario.untilMs ?? 0));
	return sides.map((side) => ({ ...side, scenario: until(side.scenario, untilMs) }));
}

function until(scenario: Scenario, untilMs: number): Scenario {
	const traffic = scenario.traffic?.map((each) => ({ ...each, untilMs: untilMs - 500 }));
	return { ...scenario, untilMs, ...(traffic && { traffic }) };
}

function noteOf(settings: RolloutSettings, strategy: Strategy, locale: Locale): string {
	if (strategy === 'Recreate') return message(locale, 'compare.recreate');
	const { maxSurge: surge, maxUnavailable: unavailable } = settings;
	return message(locale, 'compare.rolling', { surge, unavailable });
}
