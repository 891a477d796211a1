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

function inWords(decision: RolloutDecision, locale: Locale): string {
	const { step, from = 0, to = 0, numbers } = decision;
	const { replicas = 0, maxSurge = 0, maxUnavailable = 0, available = 0 } = numbers;
	const most = replicas + maxSurge;
	const least = replicas - maxUnavailable;
	switch (step) {
		case 'scale-up-new':
			return message(locale, 'compare.step.scale-up-new', {
				replicas,
				surge: maxSurge,
				most,
				from,
				to
			});
		case 'scale-down-old':
			if (decision.strategy === 'Recreate') {
				return message(locale, 'compare.step.down-to-zero', { from, to });
			}
			return message(locale, 'compare.step.scale-down-old', {
				replicas,
				unavailable: maxUnavailable,
				least,
				available,
				from,
				to
			});
		case 'create-new':
			return message(locale, 'compare.step.create-new');
		case 'wait':
			return waiting(decision, { most, least, available }, locale);
		default:
			return message(locale, `compare.step.${step}`, { from, to });
	}
}

function waiting(
	{ strategy, numbers }: RolloutDecision,
	{ most, least, available }: { most: number; least: number; available: number },
	locale: Locale
): string {
	const { replicas = 0, total = 0, terminating = 0, oldPods = 0 } = numbers;
	if (strategy === 'RollingUpdate') {
		return message(locale, 'compare.step.wait', { total, most, available, least });
	}
	const old = Math.max(terminating, oldPods);
	return old > 0
		? message(locale, 'compare.step.wait-for-old', { old })
		: message(locale, 'compare.step.wait-for-new', { available, replicas });
}
