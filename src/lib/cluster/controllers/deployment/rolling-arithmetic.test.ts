import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { maxSurge, maxUnavailable, type Rolling } from './fenceposts.ts';
import { sizeOf } from './replica-counts.ts';
import { reconcileNewSize, reconcileOldSizes, resized } from './rolling-arithmetic.ts';

function setOf(name: string, replicas: number, availableReplicas: number): ReplicaSet {
	return {
		apiVersion: 'apps/v1',
		kind: 'ReplicaSet',
		metadata: { name, creationTimestamp: '2026-01-01T00:00:00Z' },
		spec: { replicas, selector: {}, template: { spec: { containers: [] } } },
		status: { replicas, availableReplicas }
	};
}

function specOf(replicas: number, surge: number | string, unavailable: number | string): Rolling {
	const rollingUpdate = { maxSurge: surge, maxUnavailable: unavailable };
	return { replicas, strategy: { type: 'RollingUpdate', rollingUpdate } };
}

/** Every size of old and new in a rollout whose Pods become available as soon as they are wanted. */
function rollout(spec: Rolling, replicas: number): readonly (readonly [number, number])[] {
	let old = setOf('old', replicas, replicas);
	let fresh = setOf('new', 0, 0);
	const steps: (readonly [number, number])[] = [];
	for (let round = 0; round < 100; round++) {
		const before = `${sizeOf(old)} ${sizeOf(fresh)}`;
		const up = reconcileNewSize(spec, [old, fresh], fresh);
		if (up === sizeOf(fresh)) {
			const down = reconcileOldSizes(spec, sizeOf(old) > 0 ? [old] : [], fresh);
			const last = [...down.unhealthy, ...down.scaled].at(-1);
			if (last !== undefined) old = resized(last);
		} else fresh = resized({ replicaSet: fresh, to: up });
		if (before === `${sizeOf(old)} ${sizeOf(fresh)}`) {
			if ((fresh.status.availableReplicas ?? 0) === sizeOf(fresh)) break;
			fresh = setOf('new', sizeOf(fresh), sizeOf(fresh));
			old = setOf('old', sizeOf(old), sizeOf(old));
			continue;
		}
		old = setOf('old', sizeOf(old), Math.min(sizeOf(old), old.status.availableReplicas ?? 0));
		steps.push([sizeOf(old), sizeOf(fresh)]);
	}
	return steps;
}

test('four replicas with the defaults go as every textbook has it', () => {
	expect(rollout(specOf(4, '25%', '25%'), 4)).toEqual([
		[4, 1],
		[3, 1],
		[3, 2],
		[1, 2],
		[1, 4],
		[0, 4]
	]);
});

test('whatever surge and unavailability are, a rollout stays within them and ends', () => {
	const bound = fc.oneof(
		fc.integer({ min: 0, max: 12 }),
		fc.constantFrom('0%', '10%', '33%', '100%')
	);
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 20 }), bound, bound, (replicas, surge, unavailable) => {
			const spec = specOf(replicas, surge, unavailable);
			const steps = rollout(spec, replicas);
			for (const [old, fresh] of steps) {
				expect(old + fresh).toBeLessThanOrEqual(replicas + maxSurge(spec));
				expect(old + fresh).toBeGreaterThanOrEqual(replicas - maxUnavailable(spec));
			}
			expect(steps.at(-1) ?? [0, 0]).toEqual([0, replicas]);
		})
	);
});
