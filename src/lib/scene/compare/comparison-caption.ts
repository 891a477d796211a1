import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { stateAt } from '#lib/trace/state-at.ts';
import { podCountsAt, podCountsOf } from '#lib/trace/pod-counts.ts';
import { rolloutCost, type RolloutCost } from '#lib/trace/rollout-cost.ts';
import { rolloutsOf } from '#lib/trace/rollouts.ts';
import type { Caption } from '../caption.ts';
import { durationText } from '../duration-text.ts';
import type { ComparedSide } from './compared-side.ts';
import { comparedDeployment } from './deployments.ts';
import { rolloutStep } from './rollout-step.ts';

/** What a side has now and has paid so far. */
interface Standing {
	readonly side: string;
	readonly cost: RolloutCost;
	readonly ready: number;
	readonly pods: number;
	readonly replicas: number;
	/** The controller has given up waiting for progress. */
	readonly stuck: boolean;
}

/** One sentence on what the difference is at this moment, and the last step of the first side that moves. */
export function comparisonCaption(
	sides: readonly ComparedSide[],
	clusterMs: number,
	locale: Locale
): Caption {
	const standings = sides.map((side) => standingOf(side, clusterMs));
	// Full-width punctuation brings its own space.
	const between = locale === 'en' ? ' ' : '';
	const hasRollout = sides.some(({ index }) => rolloutsOf(index.trace).length > 0);
	const sentence = (
		hasRollout ? sentencesOf(standings, locale) : standings.map((each) => readiness(each, locale))
	).join(between);
	const finished = standings.length > 0 && standings.every(({ cost }) => cost.complete);
	const fact = finished
		? standings.map((each) => lesson(each, locale)).join(between)
		: sides
				.map(({ title, index }) => {
					const step = rolloutStep(index.trace, clusterMs);
					return step ? `${title}: ${step.text(locale)}` : '';
				})
				.filter((text) => text !== '')
				.join(' · ');
	return { sentence, fact, call: null, seq: null, sinceMs: clusterMs };
}

function standingOf({ title, index }: ComparedSide, ms: number): Standing {
	const state = stateAt(index, ms);
	const deployment = comparedDeployment(state);
	const { total } = podCountsAt(podCountsOf(index.trace), ms);
	return {
		side: title,
		cost: rolloutCost(index.trace, ms),
		ready: total.ready,
		pods: total.pods,
		replicas: deployment?.spec.replicas ?? total.pods,
		stuck:
			deployment?.status.conditions?.some(
				({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded'
			) ?? false
	};
}

/** Without a rollout: how many Pods there are. */
function readiness({ side, ready, pods }: Standing, locale: Locale): string {
	return message(locale, 'compare.say.pods', { side, ready, pods });
}

function sentencesOf(standings: readonly Standing[], locale: Locale): string[] {
	const begun = standings.filter(({ cost }) => cost.tookMs !== null);
	if (begun.length === 0) {
		const ready = Math.min(...standings.map((each) => each.ready));
		return [
			ready > 0
				? message(locale, 'compare.say.before', { ready })
				: message(locale, 'compare.say.starting')
		];
	}
	// Who is dark is told first.
	const dark = ({ cost, ready }: Standing) => !cost.complete && ready === 0;
	return [...begun]
		.sort((a, b) => Number(dark(b)) - Number(dark(a)))
		.map((standing) => sentenceOf(standing, locale));
}

function sentenceOf(
	{ side, cost, ready, pods, replicas, stuck }: Standing,
	locale: Locale
): string {
	const { failed, requests } = cost;
	if (cost.complete) {
		const time = durationText(cost.tookMs ?? 0);
		if (cost.downMs > 0) {
			const down = durationText(cost.downMs);
			return message(locale, 'compare.say.doneDown', { side, time, down, failed, requests });
		}
		if (requests === 0) return message(locale, 'compare.say.doneQuiet', { side, time });
		return message(locale, 'compare.say.done', { side, time, failed, requests });
	}
	if (ready === 0) {
		return requests > 0
			? message(locale, 'compare.say.darkCost', { side, failed, requests })
			: message(locale, 'compare.say.dark', { side });
	}
	if (stuck) return message(locale, 'compare.say.stuck', { side, ready });
	return requests > 0
		? message(locale, 'compare.say.otherCost', { side, ready, replicas, failed })
		: message(locale, 'compare.say.moving', { side, ready, replicas, pods });
}

/** What each strategy is good for, as this run shows it. */
function lesson({ side, cost }: Standing, locale: Locale): string {
	const peak = cost.peakPods;
	if (cost.togetherMs === 0) return message(locale, 'compare.say.oneVersion', { side, peak });
	const mixed = durationText(cost.mixedMs);
	return message(locale, 'compare.say.bothVersions', { side, peak, mixed });
}
