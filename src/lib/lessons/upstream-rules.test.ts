import { describe, expect, it } from 'vitest';
import type { Scenario, Step } from '#lib/source/scenario.ts';
import { simulate } from '#lib/source/simulate.ts';
import { rolloutDecisionsOf } from '#lib/trace/rollouts.ts';
import { refute } from './refute.ts';
import { threeWorkers } from './workers.ts';
import { documents, preStop, probed, webDeployment, webService } from './web-manifest.ts';

const of = 'default/web';
const update = 'kubectl set image deployment/web web=web:v2';

interface Setting {
	readonly replicas?: number;
	readonly spec?: readonly string[];
	readonly container?: readonly string[];
	readonly steps?: readonly Step[];
	readonly perSecond?: number;
	readonly untilMs?: number;
}

function play(setting: Setting) {
	const { replicas = 4, spec = [], container = probed, untilMs = 20_000, perSecond } = setting;
	const scenario: Scenario = {
		seed: 1,
		nodes: threeWorkers,
		imagesPresent: ['web:v1', 'web:v2'],
		files: { 'web.yaml': documents(webDeployment({ replicas, spec, container }), webService) },
		before: { steps: [{ atMs: 0, run: 'kubectl apply -f web.yaml' }], lastsMs: 8000 },
		steps: setting.steps ?? [{ atMs: 1000, run: update }],
		...(perSecond && { traffic: [{ service: of, perSecond, fromMs: 0, untilMs: untilMs - 500 }] }),
		untilMs
	};
	return simulate(scenario);
}

const rolling = (maxSurge: string, maxUnavailable: string) => [
	'strategy:',
	'  rollingUpdate:',
	`    maxSurge: ${maxSurge}`,
	`    maxUnavailable: ${maxUnavailable}`
];

describe('the bounds of a rolling update', () => {
	it.each([
		['25%', '25%', 4, 1, 1],
		['25%', '25%', 5, 2, 1],
		['10%', '10%', 5, 1, 0],
		['0', '10%', 5, 0, 1],
		['1', '0', 3, 1, 0]
	])(
		'%s and %s of its replicas (%i) are a surge of %i, rounded up, and %i unavailable, rounded down, never both 0',
		(surge, unavailable, replicas, most, least) => {
			const trace = play({ replicas, spec: rolling(surge, unavailable), untilMs: 3000 });
			const { numbers } = rolloutDecisionsOf(trace).findLast(({ step }) => step !== 'wait')!;
			expect([numbers.maxSurge, numbers.maxUnavailable]).toEqual([most, least]);
		}
	);

	it('hold at every moment', () => {
		const trace = play({ replicas: 5, spec: rolling('25%', '25%'), untilMs: 30_000 });
		expect(refute(trace, { claim: 'pods', leastReady: 4, most: 7, reach: 8 })).toBeNull();
		expect(refute(trace, { claim: 'order', moments: [{ beat: 'complete', of }] })).toBeNull();
	});
});

describe('requests to a program that ends at once on SIGTERM', () => {
	it('are lost by a rolling update without a preStop', () => {
		const trace = play({ perSecond: 60 });
		expect(
			refute(trace, { claim: 'requests', leastFailed: 1, ways: ['refused', 'reset', 'timeout'] })
		).toBeNull();
	});

	it('are not lost with a preStop that sleeps', () => {
		const trace = play({ perSecond: 60, container: [...probed, ...preStop] });
		expect(refute(trace, { claim: 'requests', leastFailed: 0 })).toBeNull();
	});
});

describe('Recreate', () => {
	const spec = ['strategy:', '  type: Recreate'];

	it('makes the new ReplicaSet when the last old Pod has ended, before that Pod’s object is gone', () => {
		const last = { image: 'web:v1', nth: 3 };
		const moments = [
			{ beat: 'ended', ...last },
			{ beat: 'replica-set', of },
			{ beat: 'removed', ...last }
		] as const;
		expect(refute(play({ spec }), { claim: 'order', moments })).toBeNull();
	});

	it('does not wait after a person has deleted the Pods: the ReplicaSet replaces them at once', () => {
		const trace = play({
			spec,
			steps: [{ atMs: 1000, run: 'kubectl delete pods -l app=web' }],
			untilMs: 8000
		});
		const moments = [{ beat: 'deleting' }, { beat: 'stored' }, { beat: 'ended' }] as const;
		expect(refute(trace, { claim: 'order', moments })).toBeNull();
	});
});
