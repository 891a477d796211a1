import type { ComparedSide } from '#lib/scene/compare/compared-side.ts';
import { threeWorkers } from '#lib/lessons/workers.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import { simulate } from '#lib/source/simulate.ts';
import { strategySides } from '#lib/stage/compare/comparison-plan.ts';
import { comparisonTempo } from '#lib/tempo/comparison-tempo.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { indexTrace } from '#lib/trace/state-at.ts';

/** Both strategies with the usual settings, after they have run; what is said of them is English. */
export interface PlayedComparison {
	readonly sides: readonly ComparedSide[];
	readonly tempo: Tempo;
}

let played: PlayedComparison | undefined;

/** Runs the comparison once, while the site is built. */
export function playedComparison(): PlayedComparison {
	return (played ??= play());
}

function play(): PlayedComparison {
	const planned = strategySides(usualSettings, 'compare', threeWorkers, 'en');
	const traces = planned.map(({ scenario }) => simulate(scenario));
	const sides = planned.map(({ title, note }, i): ComparedSide => ({
		key: i === 0 ? 'left' : 'right',
		title,
		note,
		index: indexTrace(traces[i]!)
	}));
	return { sides, tempo: comparisonTempo(traces) };
}
