import { expect, test } from 'vitest';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { podState } from './pod-state.ts';

const pod = (status: Pod['status'], deletionTimestamp?: string): Pod => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: {
		name: 'web',
		...(deletionTimestamp === undefined ? undefined : { deletionTimestamp })
	},
	spec: { nodeName: 'worker-1', containers: [{ name: 'web' }] },
	status
});

test('a Pod that is gone from the API has no status word', () => {
	expect(podState(null, null).word).toBe('');
});

test.each<[string, Pod, string, string]>([
	['without status', pod({ phase: 'Pending' }), 'waiting', 'Pending'],
	[
		'ready',
		pod({ phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }),
		'ready',
		'Running'
	],
	['running, not ready', pod({ phase: 'Running' }), 'running', 'Running'],
	['ended well', pod({ phase: 'Succeeded' }), 'ended', 'Succeeded'],
	['failed', pod({ phase: 'Failed' }), 'failed', 'Failed'],
	[
		'that backs off',
		pod({
			phase: 'Running',
			containerStatuses: [{ name: 'web', state: { waiting: { reason: 'CrashLoopBackOff' } } }]
		}),
		'failed',
		'CrashLoopBackOff'
	],
	['being deleted', pod({ phase: 'Running' }, '2026-01-01T00:00:00Z'), 'running', 'Terminating']
])('a Pod %s', (_what, object, shape, word) => {
	expect(podState(object, null)).toMatchObject({ shape, word });
});
