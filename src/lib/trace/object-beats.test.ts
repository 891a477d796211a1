import { describe, expect, it } from 'vitest';
import { deploymentBeat, replicaSetBeat } from './controller-beats.ts';
import { podBeat } from './pod-beats.ts';
import { endpointsBeat, serviceBeat } from './service-beats.ts';

type Loose = Record<string, unknown> | null;

/** A change from one version to the next; parts that are left out are as in every object. */
const change = (before: Loose, now: Loose) =>
	({ key: 'default/x', before: full(before), now: full(now), revision: 7 }) as never;
const full = (object: Loose) =>
	object && {
		status: {},
		...object,
		spec: { template: {}, containers: [], replicas: 1, ...(object.spec as object | undefined) },
		metadata: { namespace: 'default', name: 'x', ...(object.metadata as object | undefined) }
	};

const owner = { ownerReferences: [{ kind: 'ReplicaSet', name: 'set', controller: true }] };
const ready = (status: string, state: object = { running: {} }) => ({
	status: {
		phase: 'Running',
		conditions: [{ type: 'Ready', status }],
		containerStatuses: [{ state }]
	}
});
const progressing = (reason: string) => ({
	status: { conditions: [{ type: 'Progressing', reason }] }
});
const template = (image: string) => ({
	spec: { replicas: 1, template: { spec: { containers: [{ image }] } } }
});
const revision = (number: string) => ({
	metadata: { annotations: { 'deployment.kubernetes.io/revision': number } }
});

describe('a new version of an object', () => {
	it.each([
		['Pod', podBeat, null, {}, 'stored'],
		['Pod', podBeat, {}, null, 'removed'],
		['Pod', podBeat, ready('False'), ready('True'), 'ready'],
		['Pod', podBeat, ready('True'), ready('False'), 'unready'],
		['Pod', podBeat, ready('True'), ready('False', { terminated: {} }), undefined],
		['Pod', podBeat, {}, { metadata: owner }, 'adopted'],
		['Pod', podBeat, { metadata: owner }, {}, 'released'],
		['Pod', podBeat, {}, { metadata: { labels: { a: 'b' } } }, 'relabelled'],
		['Pod', podBeat, {}, {}, undefined],
		['Deployment', deploymentBeat, null, {}, 'deployed'],
		['Deployment', deploymentBeat, template('a'), template('b'), 'updated'],
		['Deployment', deploymentBeat, { spec: { replicas: 1 } }, { spec: { replicas: 2 } }, 'resized'],
		['Deployment', deploymentBeat, { spec: {} }, { spec: { paused: true } }, 'paused'],
		['Deployment', deploymentBeat, { spec: { paused: true } }, { spec: {} }, 'resumed'],
		['Deployment', deploymentBeat, {}, progressing('NewReplicaSetAvailable'), 'complete'],
		['Deployment', deploymentBeat, {}, progressing('ProgressDeadlineExceeded'), 'late'],
		['Deployment', deploymentBeat, {}, progressing('ReplicaSetUpdated'), undefined],
		['ReplicaSet', replicaSetBeat, null, {}, 'replica-set'],
		[
			'ReplicaSet',
			replicaSetBeat,
			template('a'),
			{ spec: { replicas: 3, template: {} } },
			'scaled-up'
		],
		[
			'ReplicaSet',
			replicaSetBeat,
			template('a'),
			{ spec: { replicas: 0, template: {} } },
			'scaled-down'
		],
		['ReplicaSet', replicaSetBeat, revision('1'), revision('3'), 'reused'],
		['ReplicaSet', replicaSetBeat, { metadata: owner }, {}, 'orphaned'],
		['ReplicaSet', replicaSetBeat, {}, { metadata: { deletionTimestamp: 'now' } }, 'marked'],
		[
			'Service',
			serviceBeat,
			{ spec: { selector: { a: '1' } } },
			{ spec: { selector: { a: '2' } } },
			'reselected'
		]
	] as const)('of a %s (%#) is told as it is meant', (_, beatOf, before, now, name) => {
		expect(beatOf(change(before, now))?.name).toBe(name);
	});
});

describe('a new version of an EndpointSlice', () => {
	const slice = (...pods: readonly (readonly [string, object])[]) => ({
		metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
		endpoints: pods.map(([name, conditions]) => ({
			conditions,
			targetRef: { namespace: 'default', name }
		}))
	});
	const on = { ready: true, serving: true, terminating: false };
	const off = { ready: false, serving: false, terminating: false };
	const going = { ready: false, serving: true, terminating: true };

	it.each([
		['a', slice(), slice(['a', on]), 'endpoint-ready'],
		['a', slice(['a', off]), slice(['a', on]), 'endpoint-ready'],
		['a', slice(['a', on]), slice(['a', off]), 'endpoint-unready'],
		['a', slice(['a', on]), slice(['a', going]), 'endpoint-terminating'],
		['a', slice(['a', going]), slice(), 'endpoint-gone'],
		['b', slice(['a', on], ['b', on]), slice(['a', on], ['b', going]), 'endpoint-terminating'],
		[undefined, slice(), slice(['a', off]), undefined]
	] as const)('tells of %s (%#) what has changed of it', (pod, before, now, name) => {
		const beat = endpointsBeat(change(before, now));
		expect(beat?.name).toBe(name);
		expect(beat?.pod).toBe(pod && `default/${pod}`);
	});
});
