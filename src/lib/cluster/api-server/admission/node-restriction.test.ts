import { describe, expect, test } from 'vitest';
import type { Status } from '#lib/kubernetes/object.ts';
import { LoneServer } from '../testing/lone-server.ts';

const kubelet = {
	type: 'certificate',
	commonName: 'system:node:worker-1',
	organizations: ['system:nodes']
} as const;

function serverWithNode(): LoneServer {
	const lone = new LoneServer();
	lone.server.seed('nodes', {
		kind: 'Node',
		apiVersion: 'v1',
		metadata: { name: 'worker-1' },
		spec: {},
		status: {}
	});
	return lone;
}

function patched(patch: object): Status {
	const { body } = serverWithNode().ask(
		{
			method: 'PATCH',
			path: '/api/v1/nodes/worker-1',
			contentType: 'application/merge-patch+json',
			body: patch
		},
		kubelet
	);
	return body as Status;
}

describe('NodeRestriction', () => {
	test.each([
		[{ spec: { taints: [{ key: 'a', effect: 'NoSchedule' }] } }, 'modify taints'],
		[
			{ metadata: { labels: { 'node-restriction.kubernetes.io/a': 'b', 'k8s.io/x': 'y' } } },
			'modify labels: k8s.io/x, node-restriction.kubernetes.io/a'
		]
	])('refuses a kubelet %j', (patch, what) => {
		expect(patched(patch).message).toBe(
			`nodes "worker-1" is forbidden: node "worker-1" is not allowed to ${what}`
		);
	});

	test('lets a kubelet set the labels that are its own', () => {
		const labels = { 'topology.kubernetes.io/zone': 'a', 'node.kubernetes.io/x': 'y', own: 'z' };
		expect(patched({ metadata: { labels } }).kind).toBe('Node');
	});

	test('refuses a kubelet a Pod that is no mirror, and the deletion of another node’s', () => {
		const lone = serverWithNode();
		const pod = {
			kind: 'Pod',
			apiVersion: 'v1',
			metadata: { name: 'web' },
			spec: { containers: [{ name: 'web', image: 'web:v1' }] }
		};
		const path = '/api/v1/namespaces/default/pods';
		const refused = lone.ask({ method: 'POST', path, body: pod }, kubelet).body as Status;
		expect(refused.message).toBe(
			'pods "web" is forbidden: pod does not have "kubernetes.io/config.mirror" annotation, node "worker-1" can only create mirror pods'
		);
		lone.create(pod);
		const kept = lone.ask({ method: 'DELETE', path: `${path}/web` }, kubelet).body as Status;
		expect(kept.message).toBe(
			'pods "web" is forbidden: node "worker-1" can only delete pods with spec.nodeName set to itself'
		);
	});
});
