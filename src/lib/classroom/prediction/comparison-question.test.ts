import { describe, expect, it } from 'vitest';
import { rolloutScenario, type Strategy } from '#lib/source/rollout-scenario.ts';
import { usualSettings, type RolloutSettings } from '#lib/source/rollout-settings.ts';
import { simulate } from '#lib/source/simulate.ts';
import { comparisonQuestion } from './comparison-question.ts';

const nodes = ['worker-1', 'worker-2'].map((name) => ({ name, cpu: '4', memory: '8Gi' }));
const strategies: readonly Strategy[] = ['RollingUpdate', 'Recreate'];

function ask(part: Partial<RolloutSettings> = {}) {
	const settings = { ...usualSettings, ...part };
	const traces = strategies.map((each) => simulate(rolloutScenario(settings, each, nodes)));
	return { traces, question: comparisonQuestion(traces, strategies, 'en') };
}

const rightOf = (part?: Partial<RolloutSettings>) =>
	ask(part)
		.question?.answers.filter(({ right }) => right)
		.map(({ say }) => say);

describe('comparisonQuestion', () => {
	it('stops before the update’s command and is shown when both updates have ended', () => {
		const { question, traces } = ask();
		const { startMs, endMs } = traces[0]!.header;
		expect(question?.stopMs).toBe(startMs + 8000);
		expect(question!.shownMs).toBeGreaterThan(startMs + 10_000);
		expect(question!.shownMs).toBeLessThanOrEqual(endMs);
	});

	it('has exactly one right answer, which the costs give: with a careful program only Recreate loses', () => {
		expect(rightOf({ preStop: 3 })).toEqual(['second']);
	});

	it('finds that both lose where Pods are ready before they can answer', () => {
		expect(rightOf({ hasProbe: false, startUp: 3 })).toEqual(['both']);
	});

	it('asks nothing where no requests are sent, or nothing is updated', () => {
		expect(ask({ requestsPerSecond: 0 }).question).toBeUndefined();
		expect(ask({ steps: [] }).question).toBeUndefined();
	});
});
