import { beforeEach, expect, test } from 'vitest';
import type { ApiRequest, ApiResponse, WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { Etcd } from '../etcd/etcd.ts';
import { Kernel } from '../kernel/kernel.ts';
import { ApiServer } from './api-server.ts';
import type { Credential } from './authentication.ts';
import type { ServerClient } from './server-client.ts';

const admin: Credential = {
	type: 'certificate',
	commonName: 'admin',
	organizations: ['system:masters']
};

let kernel: Kernel;
let etcd: Etcd;
let server: ApiServer;

beforeEach(() => {
	kernel = new Kernel(1, Date.parse('2026-01-01T00:00:00Z'));
	etcd = new Etcd();
	server = new ApiServer(kernel, etcd);
	for (const name of ['default', 'other']) {
		server.seed('namespaces', {
			apiVersion: 'v1',
			kind: 'Namespace',
			metadata: { name },
			status: { phase: 'Active' }
		});
	}
	server.seed('serviceaccounts', {
		apiVersion: 'v1',
		kind: 'ServiceAccount',
		metadata: { name: 'default', namespace: 'default' }
	});
});

function ask(request: ApiRequest, credential: Credential = admin): ApiResponse {
	let answer: ApiResponse | undefined;
	server.clientFor('test', credential).request(request, (response) => (answer = response));
	expect(answer).toBeUndefined();
	kernel.runUntil(kernel.nowMs + 100);
	return answer!;
}

const pods = '/api/v1/namespaces/default/pods';
const pod = (name: string, more: object = {}): KubeObject => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name },
	spec: { containers: [{ name: 'c', image: 'web:v1' }], ...more }
});

const create = (object: KubeObject): ApiResponse =>
	ask({ method: 'POST', path: pods, body: object });

/** The states of the last request's machine. */
function lastStates(): string[] {
	const transitions = kernel.recorder.events.flatMap((event) =>
		event.kind === 'transition' && event.machine === 'api-request' ? [event] : []
	);
	const { actor } = transitions.at(-1)!;
	return transitions.filter((event) => event.actor === actor).map(({ to }) => to);
}

test('a create passes every stage and is stored with what admission added', () => {
	const { code, body } = create(pod('web'));
	expect(code).toBe(201);
	expect(lastStates()).toEqual([
		'received',
		'authentication',
		'authorization',
		'mutation',
		'validation',
		'storage',
		'responded'
	]);
	const { metadata, spec } = body as KubeObject & { spec: Record<string, unknown[]> };
	expect(metadata).toMatchObject({ name: 'web', namespace: 'default', generation: 1 });
	expect(metadata.resourceVersion).toBe(String(etcd.revision));
	expect(spec.tolerations).toHaveLength(2);
	expect(spec.volumes).toHaveLength(1);
	expect(spec).toMatchObject({
		serviceAccountName: 'default',
		priority: 0,
		restartPolicy: 'Always'
	});
});

const stranger: Credential = { type: 'certificate', commonName: 'jane', organizations: [] };
const forged: Credential = { ...admin, trusted: false };

test.each<[string, () => ApiResponse, number, string, string]>([
	[
		'a certificate that nobody trusts',
		() => ask({ method: 'POST', path: pods, body: pod('web') }, forged),
		401,
		'authentication',
		'Unauthorized'
	],
	[
		'a user without a role',
		() => ask({ method: 'POST', path: pods, body: pod('web') }, stranger),
		403,
		'authorization',
		'pods is forbidden: User "jane" cannot create resource "pods" in API group "" in the namespace "default"'
	],
	[
		'a namespace that is not there',
		() => ask({ method: 'POST', path: '/api/v1/namespaces/nowhere/pods', body: pod('web') }),
		404,
		'mutation',
		'namespaces "nowhere" not found'
	],
	[
		'an object that is not valid',
		() => create(pod('Web_1')),
		422,
		'validation',
		`Pod "Web_1" is invalid: metadata.name: Invalid value: "Web_1": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`
	]
])('%s is refused at its stage, and nothing is written', (_what, act, code, stage, message) => {
	const { revision } = etcd;
	const response = act();
	expect(response.code).toBe(code);
	expect((response.body as Status).message).toBe(message);
	expect(lastStates().slice(-2)).toEqual([stage, 'refused']);
	expect(etcd.revision).toBe(revision);
});

test('a second object of the same name is refused by the store', () => {
	create(pod('web'));
	const { code, body } = create(pod('web'));
	expect([code, (body as Status).reason, (body as Status).message]).toEqual([
		409,
		'AlreadyExists',
		'pods "web" already exists'
	]);
	expect(lastStates().slice(-2)).toEqual(['storage', 'refused']);
});

test('an update of a version that is no longer the newest is a conflict', () => {
	const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { k: '1' } };
	const path = '/api/v1/namespaces/default/configmaps';
	const first = ask({ method: 'POST', path, body: config }).body as KubeObject;
	expect(ask({ method: 'PUT', path: `${path}/a`, body: { ...first, data: { k: '2' } } }).code).toBe(
		200
	);
	const late = ask({ method: 'PUT', path: `${path}/a`, body: { ...first, data: { k: '3' } } });
	expect(late.code).toBe(409);
	expect((late.body as Status).message).toBe(
		'Operation cannot be fulfilled on configmaps "a": the object has been modified; please apply your changes to the latest version and try again'
	);
});

test('of two patches at once, the one that lost the race is tried again and both are there', () => {
	const path = '/api/v1/namespaces/default/configmaps';
	ask({
		method: 'POST',
		path,
		body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: {} }
	});
	const client = server.clientFor('test', admin);
	const codes: number[] = [];
	for (const key of ['x', 'y']) {
		client.request(
			{
				method: 'PATCH',
				path: `${path}/a`,
				contentType: 'application/merge-patch+json',
				body: { data: { [key]: '1' } }
			},
			({ code }) => codes.push(code)
		);
	}
	kernel.runUntil(kernel.nowMs + 100);
	expect(codes).toEqual([200, 200]);
	expect(ask({ method: 'GET', path: `${path}/a` }).body).toMatchObject({
		data: { x: '1', y: '1' }
	});
	const retried = kernel.recorder.events.filter(
		(event) => event.kind === 'transition' && event.event === 'LOST_THE_RACE'
	);
	expect(retried).toHaveLength(1);
});

test('a change that changes nothing is answered without a write', () => {
	create(pod('web'));
	const { revision } = etcd;
	const patch = { metadata: { labels: {} } };
	const response = ask({
		method: 'PATCH',
		path: `${pods}/web`,
		contentType: 'application/merge-patch+json',
		body: patch
	});
	expect(response.code).toBe(200);
	expect(etcd.revision).toBe(revision);
});

test('a dry run answers what would be and writes nothing', () => {
	const { revision } = etcd;
	const { code, body } = ask({
		method: 'POST',
		path: pods,
		query: { dryRun: 'All' },
		body: pod('web')
	});
	expect(code).toBe(201);
	expect(body).toMatchObject({ spec: { serviceAccountName: 'default' } });
	expect(etcd.revision).toBe(revision);
});

test('binding a Pod sets its node once', () => {
	create(pod('web'));
	const bind = (name: string): ApiResponse =>
		ask({
			method: 'POST',
			path: `${pods}/web/binding`,
			body: {
				apiVersion: 'v1',
				kind: 'Binding',
				metadata: { name: 'web' },
				target: { kind: 'Node', name }
			}
		});
	expect(bind('worker-1').code).toBe(201);
	const again = bind('worker-2');
	expect(again.code).toBe(409);
	expect((again.body as Status).message).toContain(
		'pod web is already assigned to node "worker-1"'
	);
	expect(etcd.get('/registry/pods/default/web')).toMatchObject({ spec: { nodeName: 'worker-1' } });
});

test('a Pod on a node is only marked by a delete; with grace 0 it is marked and goes', () => {
	create(pod('web', { nodeName: 'worker-1' }));
	ask({ method: 'DELETE', path: `${pods}/web` });
	expect(etcd.get('/registry/pods/default/web')).toMatchObject({
		metadata: { deletionGracePeriodSeconds: 30, generation: 2 }
	});
	ask({ method: 'DELETE', path: `${pods}/web`, body: { gracePeriodSeconds: 0 } });
	expect(etcd.get('/registry/pods/default/web')).toBeNull();
});

test('a Pod without a node goes at once', () => {
	create(pod('web'));
	ask({ method: 'DELETE', path: `${pods}/web` });
	expect(etcd.get('/registry/pods/default/web')).toBeNull();
});

function watching(
	client: ServerClient,
	query: Record<string, string>
): { heard: WatchEvent[]; closed: (ApiResponse | undefined)[]; stop: () => void } {
	const heard: WatchEvent[] = [];
	const closed: (ApiResponse | undefined)[] = [];
	const handle = client.watch(
		{ method: 'GET', path: pods, query: { ...query, watch: 'true' } },
		(event) => heard.push(event),
		(response) => closed.push(response)
	);
	kernel.runUntil(kernel.nowMs + 50);
	return { heard, closed, stop: () => handle.stop() };
}

const seen = (events: readonly WatchEvent[]): string[] =>
	events.map(({ type, object }) => `${type} ${(object as KubeObject).metadata.name}`);

test('a watch from a revision gives what came after it, and then the news', () => {
	create(pod('a'));
	const from = String(etcd.revision);
	create(pod('b'));
	const { heard } = watching(server.clientFor('test', admin), { resourceVersion: from });
	create(pod('c'));
	expect(seen(heard)).toEqual(['ADDED b', 'ADDED c']);
});

test('an object that begins to match a selector is ADDED, one that no longer does is DELETED', () => {
	create(pod('web'));
	const { heard } = watching(server.clientFor('kubelet/worker-1', admin), {
		fieldSelector: 'spec.nodeName=worker-1',
		resourceVersion: String(etcd.revision)
	});
	ask({
		method: 'POST',
		path: `${pods}/web/binding`,
		body: { apiVersion: 'v1', kind: 'Binding', metadata: {}, target: { name: 'worker-1' } }
	});
	ask({ method: 'DELETE', path: `${pods}/web`, body: { gracePeriodSeconds: 0 } });
	expect(seen(heard)).toEqual(['ADDED web', 'MODIFIED web', 'DELETED web']);
});

test('a stopped watch hears nothing more', () => {
	const { heard, stop } = watching(server.clientFor('test', admin), {
		resourceVersion: String(etcd.revision)
	});
	stop();
	create(pod('web'));
	expect(heard).toEqual([]);
});

test('a watch refused for want of rights is closed with 403', () => {
	const { closed } = watching(server.clientFor('test', stranger), {});
	expect(closed.map((response) => response?.code)).toEqual([403]);
});

test('all watchers are told of a change at the same moment', () => {
	for (let i = 0; i < 5; i++) {
		watching(server.clientFor(`watcher-${i}`, admin), { resourceVersion: String(etcd.revision) });
	}
	const before = kernel.recorder.events.length;
	create(pod('web'));
	const told = kernel.recorder.events
		.slice(before)
		.flatMap((event) =>
			event.kind === 'message' && event.from === 'api-server' && event.protocol === 'watch'
				? [event.sentAtMs]
				: []
		);
	expect(told).toHaveLength(5);
	expect(new Set(told).size).toBe(1);
});

test('strict validation refuses a field that the kind does not have; without it there is a warning', () => {
	const body = pod('web', { container: [] });
	const strict = ask({ method: 'POST', path: pods, query: { fieldValidation: 'Strict' }, body });
	expect((strict.body as Status).message).toBe(
		'Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.container"'
	);
	expect(ask({ method: 'POST', path: pods, body }).warnings).toEqual([
		'unknown field "spec.container"'
	]);
});
