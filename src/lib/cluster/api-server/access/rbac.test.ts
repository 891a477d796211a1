import { expect, it } from 'vitest';
import { learnFurtherKinds } from '#lib/kubernetes/kinds/further-kinds.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Credential } from '../authentication.ts';
import { LoneServer } from '../testing/lone-server.ts';

learnFurtherKinds();

const jane: Credential = { type: 'certificate', commonName: 'jane', organizations: ['dev'] };
const apiVersion = 'rbac.authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';
const pods = { method: 'GET', path: '/api/v1/namespaces/default/pods' } as const;

const role = (rules: readonly object[]): KubeObject => ({
	apiVersion,
	kind: 'Role',
	metadata: { name: 'reader' },
	rules
});
const binding: KubeObject = {
	apiVersion,
	kind: 'RoleBinding',
	metadata: { name: 'readers' },
	roleRef: { apiGroup, kind: 'Role', name: 'reader' },
	subjects: [{ kind: 'Group', apiGroup, name: 'dev' }]
};

it('a binding lets its subjects do what its role says, from when it is there until it is gone', () => {
	const server = new LoneServer();
	server.create(role([{ apiGroups: [''], resources: ['pods'], verbs: ['list'] }]));
	expect(server.ask(pods, jane).code).toBe(403);
	server.create(binding);
	expect(server.ask(pods, jane).code).toBe(200);
	const path = `/apis/${apiVersion}/namespaces/default/rolebindings/readers`;
	server.ask({ method: 'DELETE', path });
	expect(server.ask(pods, jane).code).toBe(403);
});

it('nobody grants what they do not have', () => {
	const server = new LoneServer();
	server.create(role([{ apiGroups: [apiGroup], resources: ['roles'], verbs: ['create'] }]));
	server.create(binding);
	const path = `/apis/${apiVersion}/namespaces/default/roles`;
	const body = {
		...role([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]),
		metadata: { name: 'more' }
	};
	const { code, body: refusal } = server.ask({ method: 'POST', path, body }, jane);
	expect(code).toBe(403);
	expect((refusal as Status).message).toContain(
		'{APIGroups:[""], Resources:["pods"], Verbs:["get"]}'
	);
});

it('the roles of a fresh cluster are there, without a revision of their own', () => {
	const server = new LoneServer();
	const view = server.get(`/apis/${apiVersion}/clusterroles/view`);
	expect(view?.['rules']).not.toHaveLength(0);
	expect(view?.metadata.resourceVersion).toBe('1');
});

it('a quota is charged for what is made, and refuses what is too much', () => {
	const server = new LoneServer();
	const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'q' } };
	server.create({ ...quota, spec: { hard: { configmaps: '1' } } });
	const path = '/api/v1/namespaces/default/resourcequotas/q';
	const status = { hard: { configmaps: '1' }, used: { configmaps: '0' } };
	const contentType = 'application/merge-patch+json';
	server.ask({ method: 'PATCH', path: `${path}/status`, contentType, body: { status } });
	const map = (name: string) =>
		server.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
	expect(map('a').code).toBe(201);
	expect(server.get(path)?.['status']).toMatchObject({ used: { configmaps: '1' } });
	expect((map('b').body as Status).message).toContain('exceeded quota: q, requested: configmaps=1');
});
