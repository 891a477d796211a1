import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import type { ManagedFieldsEntry } from '#lib/kubernetes/managed-fields/managed-fields-entry.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { LoneServer } from '../testing/lone-server.ts';

learnFurtherKinds();

const collection = '/api/v1/namespaces/default/configmaps';
const path = `${collection}/conf`;
let world: LoneServer;

beforeEach(() => {
	world = new LoneServer();
});

const configMap = (data: Record<string, string>, metadata: object = {}): KubeObject => ({
	apiVersion: 'v1',
	kind: 'ConfigMap',
	metadata: { name: 'conf', ...metadata },
	data
});

const apply = (
	body: unknown,
	fieldManager: string,
	query: Record<string, string> = {},
	at = path
): ApiResponse =>
	world.ask({
		method: 'PATCH',
		path: at,
		contentType: 'application/apply-patch+yaml',
		query: { fieldManager, ...query },
		body,
		withManagedFields: true
	});

function entries(object: unknown): readonly ManagedFieldsEntry[] {
	const { metadata } = object as { metadata: { managedFields?: readonly ManagedFieldsEntry[] } };
	return metadata.managedFields ?? [];
}

const managers = (at = path): readonly string[] => {
	const { body } = world.ask({ method: 'GET', path: at, withManagedFields: true });
	return entries(body).map(({ manager, operation }) => `${manager} ${operation}`);
};

describe('an apply', () => {
	it('makes what is not there, and changes what is', () => {
		expect(apply(configMap({ a: '1' }), 'me').code).toBe(201);
		const { code, body } = apply(configMap({ a: '2' }), 'me');
		expect(code).toBe(200);
		expect(body).toMatchObject({ data: { a: '2' } });
	});

	it('stores nothing when nothing changes, whoever manages what', () => {
		const first = apply(configMap({ a: '1' }), 'me').body as KubeObject;
		world.kernel.runUntil(world.kernel.nowMs + 5000);
		const second = apply(configMap({ a: '1' }), 'me').body as KubeObject;
		expect(second).toEqual(first);
	});

	it('is kept, though nothing else changes, when somebody else manages the same from then on', () => {
		const first = apply(configMap({ a: '1' }), 'me').body as KubeObject;
		const second = apply(configMap({ a: '1' }), 'you').body as KubeObject;
		expect(second.metadata.resourceVersion).not.toBe(first.metadata.resourceVersion);
		expect(managers()).toEqual(['you Apply', 'me Apply']);
	});

	it('leaves no managers in what is stored', () => {
		apply(configMap({ a: '1' }), 'me');
		expect(Object.keys(world.get(path)!.metadata)).not.toContain('managedFields');
	});

	it('that is only rehearsed says who would manage what, and changes nothing', () => {
		apply(configMap({ a: '1' }), 'me');
		const { body } = apply(configMap({ b: '1' }), 'you', { dryRun: 'All' });
		expect(entries(body).map(({ manager }) => manager)).toEqual(['me', 'you']);
		expect(managers()).toEqual(['me Apply']);
	});

	it('of someone who may change but not make it is refused when it is not there', () => {
		world.create({
			apiVersion: 'rbac.authorization.k8s.io/v1',
			kind: 'Role',
			metadata: { name: 'patcher' },
			rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['patch'] }]
		});
		world.create({
			apiVersion: 'rbac.authorization.k8s.io/v1',
			kind: 'RoleBinding',
			metadata: { name: 'patcher' },
			roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'patcher' },
			subjects: [{ kind: 'User', name: 'vera', apiGroup: 'rbac.authorization.k8s.io' }]
		});
		const vera = { type: 'certificate', commonName: 'vera', organizations: [] } as const;
		const { code, body } = world.ask(
			{
				method: 'PATCH',
				path,
				contentType: 'application/apply-patch+yaml',
				query: { fieldManager: 'vera' },
				body: configMap({ a: '1' })
			},
			vera
		);
		expect(code).toBe(403);
		expect((body as Status).message).toContain('cannot create resource "configmaps"');
	});
});

describe('an owner that is named twice', () => {
	const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'x', uid: 'u' };

	it('is kept once, and told of', () => {
		const { body, warnings } = world.create(
			configMap({ a: '1' }, { ownerReferences: [owner, owner] })
		);
		expect((body as KubeObject).metadata.ownerReferences).toEqual([owner]);
		expect(warnings?.[0]).toContain('duplicate UID(s) observed: u');
	});
});

describe('who manages what', () => {
	it('is who wrote it, by the name before the slash of its User-Agent', () => {
		const body = configMap({ a: '1' });
		world.ask({ method: 'POST', path: collection, body, userAgent: 'curl/8.5.0' });
		expect(managers()).toEqual(['curl Update']);
	});

	it('is worked out of many writes at once', () => {
		world.create(configMap({ a: '0' }));
		for (let i = 1; i <= 40; i++) {
			world.ask({
				method: 'PATCH',
				path,
				contentType: 'application/merge-patch+json',
				query: { fieldManager: i % 2 === 0 ? 'even' : 'odd' },
				body: { data: { [i % 2 === 0 ? 'b' : 'c']: String(i) } }
			});
		}
		const { body } = world.ask({ method: 'GET', path, withManagedFields: true });
		const shares = entries(body).map(({ manager, fieldsV1 }) => [manager, fieldsV1]);
		expect(Object.fromEntries(shares)).toEqual({
			test: { 'f:data': { '.': {}, 'f:a': {} } },
			even: { 'f:data': { 'f:b': {} } },
			odd: { 'f:data': { 'f:c': {} } }
		});
	});

	it('comes with every event of a watch that asks for it', () => {
		const seen: string[] = [];
		world.server
			.clientFor('test', admin)
			.watch(
				{ method: 'GET', path: collection, query: { watch: 'true' }, withManagedFields: true },
				({ object }) => seen.push(...entries(object).map(({ manager }) => manager!))
			);
		world.kernel.runUntil(world.kernel.nowMs + 100);
		apply(configMap({ a: '1' }), 'me');
		expect(seen).toEqual(['me']);
	});

	it('is nobody after an empty list, until somebody applies', () => {
		world.create(configMap({ a: '1' }));
		const patch = (body: unknown): ApiResponse =>
			world.ask({ method: 'PATCH', path, contentType: 'application/merge-patch+json', body });
		patch({ metadata: { managedFields: [] } });
		patch({ data: { b: '1' } });
		expect(managers()).toEqual([]);
		apply(configMap({ c: '1' }), 'me');
		expect(managers()).toEqual(['me Apply', 'before-first-apply Update']);
	});

	it('can be written by a client that knows better', () => {
		world.create(configMap({ a: '1' }));
		const entry = {
			manager: 'kubectl',
			operation: 'Apply',
			apiVersion: 'v1',
			time: '2026-01-01T00:00:00Z',
			fieldsType: 'FieldsV1',
			fieldsV1: { 'f:data': { 'f:a': {} } }
		};
		world.ask({
			method: 'PATCH',
			path,
			contentType: 'application/json-patch+json',
			body: [{ op: 'replace', path: '/metadata/managedFields', value: [entry] }]
		});
		const { body } = world.ask({ method: 'GET', path, withManagedFields: true });
		expect(entries(body)).toEqual([entry]);
	});

	it('is as it was when nobody can read what a client sent', () => {
		const made = world.create(configMap({ a: '1' })).body as KubeObject;
		const metadata = { ...made.metadata, managedFields: [{ manager: 'x', operation: 'Guess' }] };
		world.ask({ method: 'PUT', path, body: { ...made, metadata } });
		expect(managers()).toEqual(['test Update']);
	});

	it('of what was there from the start is who made it', () => {
		expect(managers('/apis/rbac.authorization.k8s.io/v1/clusterroles/view')).toEqual([
			'kube-apiserver Update'
		]);
	});
});

const admin = {
	type: 'certificate',
	commonName: 'admin',
	organizations: ['system:masters']
} as const;
