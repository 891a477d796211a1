import { describe, expect, it } from 'vitest';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { Kernel } from '../kernel/kernel.ts';
import { backoffOverMs } from './backoff.ts';
import { ClusterView, objectsOf } from './cluster-view.ts';
import { type PodInQueue, SchedulingQueue } from './queue.ts';

const pod = (name: string, spec: Partial<Pod['spec']> = {}): Pod => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name, namespace: 'default', uid: name },
	spec: { containers: [], ...spec },
	status: {}
});

const node: Node = {
	apiVersion: 'v1',
	kind: 'Node',
	metadata: { name: 'a' },
	spec: {},
	status: { allocatable: { cpu: '1', memory: '1Gi', pods: '10' } }
};

const added = { label: 'NodeAdd', type: 'node-added', node } as const;

/** A queue whose Pods all fit nowhere; `popped` says which was tried when. */
function queue() {
	const kernel = new Kernel(1, 0);
	const made: SchedulingQueue = new SchedulingQueue(
		kernel,
		(entry) => ({ backOff: () => made.backOff(entry) }),
		() => {},
		() => new ClusterView([], objectsOf())
	);
	const refuse = (entry: PodInQueue, by: readonly string[] = ['NodeResourcesFit']): void => {
		entry.actor.send('POPPED');
		entry.actor.send('NONE_FITS');
		made.park(entry, new Set(by));
	};
	return { kernel, made, refuse, next: () => made.pop()?.pod.metadata.name };
}

describe('the scheduling queue', () => {
	it('gives the highest priority first, then who came first', () => {
		const { made, kernel, next } = queue();
		made.put(pod('early'));
		kernel.runUntil(5);
		made.put(pod('late'));
		made.put(pod('important', { priority: 10 }));
		expect([next(), next(), next(), next()]).toEqual(['important', 'early', 'late', undefined]);
	});

	it('wakes a Pod only when a plugin that refused it says that a change may help', () => {
		const { made, refuse, next } = queue();
		made.put(pod('web', { nodeSelector: { disk: 'ssd' } }));
		refuse(made.pop()!, ['NodeAffinity']);
		made.clusterChanged(added);
		expect(next()).toBeUndefined();
		made.clusterChanged({
			...added,
			node: { ...node, metadata: { name: 'b', labels: { disk: 'ssd' } } }
		});
		expect(next()).toBe('web');
	});

	it('does not lose a change that comes while the Pod is being tried', () => {
		const { made, refuse, next } = queue();
		made.put(pod('web'));
		const entry = made.pop()!;
		made.clusterChanged(added);
		refuse(entry);
		expect(next()).toBe('web');
	});

	it('lets a Pod that backs off wait for those that need not', () => {
		const { made, refuse, next } = queue();
		made.put(pod('refused', { priority: 10 }));
		refuse(made.pop()!);
		made.put(pod('new'));
		made.clusterChanged(added);
		expect([next(), next()]).toEqual(['new', 'refused']);
	});

	it('tries a Pod again after five minutes without a change that helps', () => {
		const { kernel, made, refuse, next } = queue();
		made.put(pod('web'));
		refuse(made.pop()!);
		kernel.runUntil(299_000);
		expect(next()).toBeUndefined();
		kernel.runUntil(330_000);
		expect(next()).toBe('web');
	});

	it('leaves a Pod with gates alone until the last gate is gone', () => {
		const { made, next } = queue();
		made.put(pod('web', { schedulingGates: [{ name: 'a' }, { name: 'b' }] }));
		made.clusterChanged(added);
		made.put(pod('web', { schedulingGates: [{ name: 'a' }] }));
		expect(next()).toBeUndefined();
		made.put(pod('web', { schedulingGates: [] }));
		expect(next()).toBe('web');
	});
});

describe('the back-off', () => {
	it('doubles with every refusal up to ten seconds, and ends with a whole second', () => {
		const over = [0, 1, 2, 3, 4, 5, 6].map((refusals) =>
			backoffOverMs({ refusals, errors: 0, sinceMs: 250 }, 0)
		);
		expect(over).toEqual([250, 2000, 3000, 5000, 9000, 11_000, 11_000]);
	});
});
