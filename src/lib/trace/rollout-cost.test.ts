import { describe, expect, it } from 'vitest';
import { rolloutScenario } from '#lib/source/rollout-scenario.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import { simulate } from '#lib/source/simulate.ts';
import { rolloutCost } from './rollout-cost.ts';
import { podCountsAt, podCountsOf } from './pod-counts.ts';
import { requestsOf, isServed } from './requests.ts';
import { rolloutsOf } from './rollouts.ts';
import type { Trace } from './trace.ts';
import { rolloutTrace } from './fixture/rollout.ts';

describe('what a rollout costs', () => {
	const trace: Trace = rolloutTrace();

	it('is nothing before it begins', () => {
		expect(rolloutCost(trace, 2500)).toMatchObject({ tookMs: null, downMs: 0, peakPods: 1 });
	});

	it('counts the time in which nothing is ready, from the last that goes to the first that comes', () => {
		expect(rolloutCost(trace, 5000).downMs).toBe(1000);
		expect(rolloutCost(trace, 9000).downMs).toBe(2000);
	});

	it('takes from the change of the template until every Pod is of the new one', () => {
		expect(rolloutsOf(trace)).toEqual([
			{ deployment: 'default/web', startMs: 3000, endMs: 6500, back: false }
		]);
		expect(rolloutCost(trace, 4000)).toMatchObject({ tookMs: 1000, complete: false });
		expect(rolloutCost(trace, 9000)).toMatchObject({ tookMs: 3500, complete: true });
	});

	it('counts requests that were refused, timed out or failed as failed', () => {
		expect(requestsOf(trace).map(isServed)).toEqual([true, false, false, true]);
		expect(rolloutCost(trace, 9000)).toMatchObject({ requests: 4, failed: 2 });
		expect(rolloutCost(trace, 4500)).toMatchObject({ requests: 2, failed: 1 });
	});

	it('counts a Pod as long as it has not ended, terminating or not', () => {
		const counts = podCountsOf(trace);
		expect(podCountsAt(counts, 3500).total).toEqual({ pods: 1, ready: 1, terminating: 0 });
		expect(podCountsAt(counts, 4200).total).toEqual({ pods: 0, ready: 0, terminating: 1 });
		expect(podCountsAt(counts, 5500).total).toEqual({ pods: 1, ready: 0, terminating: 0 });
		expect(rolloutCost(trace, 9000)).toMatchObject({ peakPods: 1, mixedMs: 0, leastReady: 0 });
	});
});

it('knows of two versions that run at once though they are never ready at once', () => {
	const settings = {
		...usualSettings,
		replicas: 1,
		maxSurge: '0',
		maxUnavailable: '1',
		handlesTerm: false,
		grace: 8,
		requestsPerSecond: 0
	};
	const nodes = [{ name: 'worker-1', cpu: '2', memory: '4Gi' }];
	const rolling = simulate(rolloutScenario(settings, 'RollingUpdate', nodes));
	const { togetherMs, mixedMs, complete } = rolloutCost(rolling, rolling.header.endMs);
	expect({ mixedMs, complete }).toEqual({ mixedMs: 0, complete: true });
	expect(togetherMs).toBeGreaterThan(1000);
	const recreate = simulate(rolloutScenario(settings, 'Recreate', nodes));
	expect(rolloutCost(recreate, recreate.header.endMs)).toMatchObject({
		togetherMs: 0,
		complete: true
	});
});
