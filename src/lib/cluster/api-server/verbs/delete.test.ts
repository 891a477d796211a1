import { beforeEach, describe, expect, it } from 'vitest';
import type { ApiList } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { LoneServer } from '../testing/lone-server.ts';

let world: LoneServer;
const path = '/apis/apps/v1/namespaces/default/deployments';

const deployment = (name: string, labels = {}): KubeObject => ({
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name, labels },
	spec: {
		selector: { matchLabels: { app: name } },
		template: {
			metadata: { labels: { app: name } },
			spec: { containers: [{ name: 'c', image: 'web:v1' }] }
		}
	}
});

beforeEach(() => {
	world = new LoneServer();
	world.create(deployment('web'));
});

const remove = (body?: object) => world.ask({ method: 'DELETE', path: `${path}/web`, body });

describe('propagation', () => {
	it('a Deployment goes at once in the background', () => {
		expect(remove({ propagationPolicy: 'Background' }).body).toMatchObject({ status: 'Success' });
		expect(world.get(`${path}/web`)).toBeUndefined();
	});

	it.each([
		['Foreground', 'foregroundDeletion'],
		['Orphan', 'orphan']
	])('with %s it stays with the finalizer %s', (propagationPolicy, finalizer) => {
		remove({ propagationPolicy });
		expect(world.get(`${path}/web`)?.metadata).toMatchObject({
			finalizers: [finalizer],
			deletionGracePeriodSeconds: 0,
			generation: 2
		});
	});

	it('a policy that changes its mind changes the finalizer', () => {
		remove({ propagationPolicy: 'Foreground' });
		remove({ propagationPolicy: 'Orphan' });
		expect(world.get(`${path}/web`)?.metadata.finalizers).toEqual(['orphan']);
	});

	it('an unknown policy is refused', () => {
		expect(remove({ propagationPolicy: 'Maybe' }).code).toBe(422);
		expect(world.get(`${path}/web`)).toBeDefined();
	});
});

it('another object of the same name is not deleted', () => {
	expect(remove({ preconditions: { uid: 'another' } }).code).toBe(409);
});

it('a collection is deleted as far as its labels are selected', () => {
	world.create(deployment('a', { tier: 'x' }));
	world.create(deployment('b', { tier: 'x' }));
	const answer = world.ask({ method: 'DELETE', path, query: { labelSelector: 'tier=x' } });
	expect(answer.body).toMatchObject({ kind: 'DeploymentList' });
	expect((answer.body as ApiList).items).toHaveLength(2);
	expect(world.get(`${path}/a`)).toBeUndefined();
	expect(world.get(`${path}/web`)).toBeDefined();
});

describe('a Namespace', () => {
	const namespace = '/api/v1/namespaces/lab';

	beforeEach(() => {
		world.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'lab' } });
		world.ask({ method: 'DELETE', path: namespace });
	});

	it('terminates until its last finalizer is taken away', () => {
		expect(world.get(namespace)).toMatchObject({ status: { phase: 'Terminating' } });
		const body = { ...world.get(namespace)!, spec: {} };
		expect(world.ask({ method: 'PUT', path: `${namespace}/finalize`, body }).code).toBe(200);
		expect(world.get(namespace)).toBeUndefined();
	});

	it('takes nothing new meanwhile', () => {
		const pod = { ...deployment('web'), metadata: { name: 'web', namespace: 'lab' } };
		expect(world.create(pod)).toMatchObject({ code: 403 });
	});

	it('default is never deleted', () => {
		expect(world.ask({ method: 'DELETE', path: '/api/v1/namespaces/default' }).code).toBe(403);
	});
});
