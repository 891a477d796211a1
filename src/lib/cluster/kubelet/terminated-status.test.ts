import { expect, test } from 'vitest';
import type { ContainerState, Pod, PodStatus } from '#lib/kubernetes/pod.ts';
import { terminatedStatus } from './terminated-status.ts';

const waiting: ContainerState = { waiting: { reason: 'ContainerCreating' } };
const running: ContainerState = { running: {} };
const ended: ContainerState = { terminated: { exitCode: 0, reason: 'Completed' } };
const lost = 'ContainerStatusUnknown';

function play(phase: PodStatus['phase'], states: ContainerState[], inits: ContainerState[] = []) {
	const statuses = (prefix: string, list: ContainerState[]) =>
		list.map((state, index) => ({ name: `${prefix}${index}`, state }));
	const status: PodStatus = {
		phase: phase!,
		containerStatuses: statuses('c', states),
		...(inits.length === 0 ? undefined : { initContainerStatuses: statuses('i', inits) })
	};
	const pod: Pod = {
		kind: 'Pod',
		apiVersion: 'v1',
		metadata: { name: 'p' },
		spec: {
			containers: states.map((_, index) => ({ name: `c${index}` })),
			initContainers: inits.map((_, index) => ({ name: `i${index}` }))
		},
		status
	};
	const after = terminatedStatus(pod, status);
	const words = (list: PodStatus['containerStatuses']): (string | undefined)[] =>
		(list ?? []).map(({ state }) => state?.terminated?.reason ?? state?.waiting?.reason);
	return {
		same: after === status,
		phase: after.phase,
		containers: words(after.containerStatuses),
		inits: words(after.initContainerStatuses)
	};
}

test('a Pod whose containers have all ended stays as it is', () => {
	expect(play('Succeeded', [ended])).toMatchObject({ same: true, phase: 'Succeeded' });
});

test('a container that never ran counts as lost, and the Pod has failed', () => {
	expect(play('Pending', [waiting])).toMatchObject({ phase: 'Failed', containers: [lost] });
});

test('a container of which nothing more is known counts as lost', () => {
	expect(play('Running', [ended, running])).toMatchObject({
		phase: 'Failed',
		containers: ['Completed', lost]
	});
});

test('before the init containers are done, only those that were tried count as lost', () => {
	expect(play('Pending', [waiting], [ended, running, waiting])).toMatchObject({
		containers: ['ContainerCreating'],
		inits: ['Completed', lost, 'ContainerCreating']
	});
});

test('the first init container counts as lost even if it was not tried', () => {
	expect(play('Pending', [waiting], [waiting, waiting])).toMatchObject({
		inits: [lost, 'ContainerCreating']
	});
});

test('when the last init container has ended well the containers count as lost', () => {
	expect(play('Pending', [waiting], [ended])).toMatchObject({ containers: [lost] });
});
