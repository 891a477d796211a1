import { beforeEach, expect, it } from 'vitest';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { LoneServer } from '../../testing/lone-server.ts';

let world: LoneServer;
beforeEach(() => {
	world = new LoneServer();
});

const enforce = 'pod-security.kubernetes.io/enforce';

function label(labels: Record<string, string | null>): ApiResponse {
	return world.ask({
		method: 'PATCH',
		path: '/api/v1/namespaces/default',
		contentType: 'application/merge-patch+json',
		body: { metadata: { labels } }
	});
}

const pod = (name: string, spec = {}): KubeObject => ({
	apiVersion: 'v1',
	kind: 'Pod',
	metadata: { name },
	spec: { containers: [{ name: 'c', image: 'web:v1' }], ...spec }
});

it('an unknown level is refused, of a new Namespace and of an old one', () => {
	const refusal = `is invalid: metadata.labels[${enforce}]: Invalid value: "strict": must be one of privileged, baseline, restricted`;
	const metadata = { name: 'psa', labels: { [enforce]: 'strict' } };
	const created = world.create({ apiVersion: 'v1', kind: 'Namespace', metadata });
	expect(created).toMatchObject({ code: 422, body: { message: `Namespace "psa" ${refusal}` } });
	expect(label({ [enforce]: 'strict' })).toMatchObject({
		code: 422,
		body: { message: `Namespace "default" ${refusal}` }
	});
});

it('a version is latest or of Kubernetes 1', () => {
	expect(label({ [`${enforce}-version`]: '1.30' }).body).toMatchObject({
		details: { causes: [{ message: 'Invalid value: "1.30": must be "latest" or "v1.x"' }] }
	});
	expect(label({ [`${enforce}-version`]: 'v1.30' }).code).toBe(200);
});

it('who makes a Namespace stricter is told of the Pods that would not be let in', () => {
	world.create(pod('b'));
	world.create(pod('a'));
	world.create(pod('host', { hostNetwork: true }));
	expect(label({ [enforce]: 'baseline' }).warnings).toEqual([
		'existing pods in namespace "default" violate the new PodSecurity enforce level "baseline:latest"',
		'host: host namespaces'
	]);
	const reasons =
		'allowPrivilegeEscalation != false, unrestricted capabilities, runAsNonRoot != true, seccompProfile';
	expect(label({ [enforce]: 'restricted' }).warnings).toEqual([
		'existing pods in namespace "default" violate the new PodSecurity enforce level "restricted:latest"',
		`a (and 1 other pod): ${reasons}`,
		`host: host namespaces, ${reasons}`
	]);
});

it('nothing is said when a Namespace becomes looser or stays as it is', () => {
	world.create(pod('a'));
	label({ [enforce]: 'restricted' });
	expect(label({ team: 'blue' }).warnings).toBeUndefined();
	expect(label({ [enforce]: null }).warnings).toBeUndefined();
});
