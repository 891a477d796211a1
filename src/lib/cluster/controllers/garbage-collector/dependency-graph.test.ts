import { expect, test } from 'vitest';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { DependencyGraph } from './dependency-graph.ts';

function object(uid: string, owners: readonly string[] = [], extra: object = {}): KubeObject {
	return {
		apiVersion: 'v1',
		kind: 'ConfigMap',
		metadata: {
			name: uid,
			namespace: 'default',
			uid,
			ownerReferences: owners.map((owner) => ({
				apiVersion: 'v1',
				kind: 'ConfigMap',
				name: owner,
				uid: owner,
				blockOwnerDeletion: true
			})),
			...extra
		}
	};
}

function graph() {
	const told: string[] = [];
	const built = new DependencyGraph({
		attemptToDelete: (uid) => told.push(`delete ${uid}`),
		attemptToOrphan: (uid) => told.push(`orphan ${uid}`)
	});
	return { built, told: () => told.splice(0) };
}

test('when an owner is gone its dependents are looked at, and it counts as absent', () => {
	const { built, told } = graph();
	built.hear(object('owner'), null);
	built.hear(object('a', ['owner']), null);
	built.hear(object('b', ['owner']), null);
	expect(told()).toEqual([]);
	built.hear(null, object('owner'));
	expect(told()).toEqual(['delete a', 'delete b']);
	expect(built.isAbsent('owner')).toBe(true);
});

test('an owner that nobody has seen is looked for', () => {
	const { built, told } = graph();
	built.hear(object('a', ['stranger']), null);
	expect(told()).toEqual(['delete stranger']);
	expect(built.get('stranger')).toMatchObject({ isVirtual: true });
	built.hear(object('stranger'), null);
	expect(built.get('stranger')).toMatchObject({ isVirtual: false });
});

test('a deletion in the foreground looks at the dependents, and at the owner when one is gone', () => {
	const { built, told } = graph();
	const deleting = {
		deletionTimestamp: '2026-01-01T00:00:00Z',
		finalizers: ['foregroundDeletion']
	};
	built.hear(object('owner'), null);
	built.hear(object('a', ['owner']), null);
	built.hear(object('owner', [], deleting), object('owner'));
	expect(told()).toEqual(['delete a', 'delete owner']);
	expect(built.get('owner')!.blockingDependents()).toHaveLength(1);
	built.hear(null, object('a', ['owner']));
	expect(told()).toEqual(['delete owner']);
	expect(built.get('owner')!.blockingDependents()).toEqual([]);
});

test('an orphaning deletion asks for the dependents to be let go, once', () => {
	const { built, told } = graph();
	const deleting = { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['orphan'] };
	built.hear(object('owner'), null);
	built.hear(object('owner', [], deleting), object('owner'));
	built.hear(object('owner', [], deleting), object('owner', [], deleting));
	expect(told()).toEqual(['orphan owner']);
});

test('an owner is looked at when a dependent no longer holds it up', () => {
	const { built, told } = graph();
	built.hear(object('owner'), null);
	built.hear(object('a', ['owner']), null);
	built.hear(object('a'), object('a', ['owner']));
	expect(told()).toEqual(['delete owner']);
	expect(built.get('owner')!.dependents.size).toBe(0);
});
