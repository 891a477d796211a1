import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { RolloutDecision } from '#lib/trace/event.ts';
import { rolloutDecisionsOf } from '#lib/trace/rollouts.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** What the Deployment controller last worked out, and how to say it. */
export interface RolloutStep {
	readonly decision: RolloutDecision;
	readonly text: (locale: Locale) => string;
}

/** Null before it has worked out anything. */
export function rolloutStep(trace: Trace, ms: number): RolloutStep | null {
	return rolloutSteps(trace).findLast(({ decision }) => decision.atMs <= ms) ?? null;
}

/** All that it works out, in order of time. */
export function rolloutSteps(trace: Trace): readonly RolloutStep[] {
	return rolloutDecisionsOf(trace).map((decision) => ({
		decision,
		text: (locale) => inWords(decision, locale)
	}));
}

function inWords({ step, from = 0, to = 0, numbers }: RolloutDecision, locale: Locale): string {
	const { replicas = 0, maxSurge = 0, maxUnavailable = 0, available = 0 } = numbers;
	switch (step) {
		case 'scale-up-new':
			return message(locale, 'compare.step.scale-up-new', {
				replicas,
				surge: maxSurge,
				most: replicas + maxSurge,
				from,
				to
			});
		case 'scale-down-old':
			return message(locale, 'compare.step.scale-down-old', {
				replicas,
				unavailable: maxUnavailable,
				least: replicas - maxUnavailable,
				available,
				from,
				to
			});
		case 'wait':
			return message(locale, 'compare.step.wait');
		default:
			return message(locale, `compare.step.${step}`, { from, to });
	}
}
