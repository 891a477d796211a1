import { describe, expect, it } from 'vitest';
import type { ReplicaSetDecision, RolloutDecision } from './event.ts';
import { tellReplicas, tellRollout } from './narrate-decision.ts';

const base = {
	kind: 'decision',
	seq: 0,
	atMs: 0,
	cause: null,
	actor: 'controller-manager'
} as const;

const rollout = (more: Partial<RolloutDecision>): RolloutDecision => ({
	...base,
	decision: 'rollout',
	deployment: 'default/web',
	strategy: 'RollingUpdate',
	step: 'wait',
	numbers: {},
	...more
});
const replicas = (more: Partial<ReplicaSetDecision>): ReplicaSetDecision => ({
	...base,
	decision: 'replicas',
	replicaSet: 'default/web-1',
	desired: 3,
	current: 3,
	...more
});

describe('a step of a rollout', () => {
	it.each([
		['RollingUpdate', 'create-new', {}, 'decides-new'],
		['RollingUpdate', 'scale-up-new', {}, 'decides-up'],
		['RollingUpdate', 'scale-down-old', {}, 'decides-down'],
		['RollingUpdate', 'clean-up-unhealthy', {}, 'decides-clean'],
		['RollingUpdate', 'scale', {}, 'decides-size'],
		['RollingUpdate', 'wait', {}, 'waits'],
		['Recreate', 'scale-down-old', {}, 'recreates-down'],
		['Recreate', 'scale-up-new', {}, 'recreates-up'],
		['Recreate', 'wait', { oldPods: 2 }, 'waits-old'],
		['Recreate', 'wait', { oldPods: 0, terminating: 2 }, 'waits-old'],
		['Recreate', 'wait', { oldPods: 0, newReplicas: 4 }, 'waits']
	] as const)('of %s, %s with %o, is told as %s', (strategy, step, numbers, topic) => {
		expect(tellRollout(rollout({ strategy, step, numbers }))?.topic).toBe(topic);
	});

	it('says both bounds that follow from its numbers', () => {
		const numbers = { replicas: 10, maxSurge: 3, maxUnavailable: 2 };
		expect(tellRollout(rollout({ numbers }))?.values).toMatchObject({ most: 13, least: 8 });
	});
});

describe('a ReplicaSet’s comparison', () => {
	it('says how many are created', () => {
		const told = tellReplicas(replicas({ current: 1, create: 2 }));
		expect(told).toMatchObject({ topic: 'creates-pods', values: { desired: 3, count: 2 } });
	});

	it('says how many are deleted, and which one goes first', () => {
		const remove = ['default/b', 'default/a'].map((pod) => ({ pod, because: 'not ready' }));
		const told = tellReplicas(replicas({ current: 5, remove }));
		expect(told).toMatchObject({ topic: 'deletes-pods', values: { count: 2, pod: 'b' } });
	});

	it('is not told when it changes nothing', () => {
		expect(tellReplicas(replicas({ create: 0 }))).toBeNull();
	});
});
