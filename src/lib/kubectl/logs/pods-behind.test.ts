import { expect, test } from 'vitest';
import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import { scriptedServer } from '../testing/scripted-server.ts';
import { ok, typeLine, type TypedLineWorld } from '../testing/typed-line.ts';

const pod = (name: string, ready: boolean, since = '2026-01-05T08:00:00Z'): object => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name, namespace: 'default' },
	spec: { nodeName: 'worker-1', containers: [{ name: 'c' }] },
	status: {
		phase: 'Running',
		conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: since }]
	}
});

function world(...items: object[]): TypedLineWorld {
	const usual = scriptedServer({});
	const answer = (request: ApiRequest): ApiResponse | undefined => {
		const { path } = request;
		if (path.endsWith('/log')) return ok({ text: `from ${path.split('/').at(-2)!}\n` });
		const list = { kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '5' }, items };
		return path.endsWith('/pods') ? ok(list) : usual(request);
	};
	return { answer };
}

test('of several Pods the one that has been ready for longest tells', () => {
	const { stdout, stderr, requests } = typeLine(
		'kubectl logs deploy/web',
		world(pod('a', false), pod('b', true, '2026-01-05T08:30:00Z'), pod('d', true))
	);
	expect([stdout, stderr]).toEqual(['from d\n', 'Found 3 pods, using pod/d\n']);
	expect(requests[1]).toBe('GET /api/v1/namespaces/default/pods?labelSelector=app=web');
});

test('--all-pods asks every one and says whose lines they are', () => {
	const { stdout, stderr } = typeLine(
		'kubectl logs svc/web --all-pods',
		world(pod('a', false), pod('b', true))
	);
	expect([stdout, stderr]).toEqual(['[pod/b/c] from b\n[pod/a/c] from a\n', '']);
});

test('the first Pod is waited for', () => {
	const late = typeLine('kubectl logs rs/web', {
		...world(),
		events: [[3000, { type: 'ADDED', object: pod('late', false) as never }]]
	});
	expect(late.stdout).toBe('from late\n');
	expect(typeLine('kubectl logs rs/web', world()).stderr).toBe(
		'error: timed out waiting for the condition\n'
	);
});

test('what selects no Pods has no logs', () => {
	expect(typeLine('kubectl logs cm/web', world()).stderr).toBe(
		'error: cannot get the logs from *v1.ConfigMap: selector for *v1.ConfigMap not implemented\n'
	);
});
