import { describe, expect, it } from 'vitest';
import type { Deployment } from '../deployment.ts';
import type { KubeObject } from '../object.ts';
import type { Service, ServiceSpec } from '../service.ts';
import { applyDefaults } from './apply-defaults.ts';

const deployment = (spec: object): KubeObject => ({
	apiVersion: 'apps/v1',
	kind: 'Deployment',
	metadata: { name: 'web' },
	spec: { template: { spec: { containers: [{ name: 'c', image: 'i:1' }] } }, ...spec }
});

describe('a Deployment', () => {
	it('is one Pod, rolled by quarters, with ten old ReplicaSets and ten minutes', () => {
		expect((applyDefaults(deployment({})) as Deployment).spec).toMatchObject({
			replicas: 1,
			strategy: {
				type: 'RollingUpdate',
				rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' }
			},
			revisionHistoryLimit: 10,
			progressDeadlineSeconds: 600
		});
	});

	it('keeps what is zero, and has nothing to roll when it recreates', () => {
		const spec = { replicas: 0, revisionHistoryLimit: 0, strategy: { type: 'Recreate' } };
		expect((applyDefaults(deployment(spec)) as Deployment).spec).toMatchObject(spec);
	});

	it('leaves to the Pods what only Pods get', () => {
		const { template } = (applyDefaults(deployment({})) as Deployment).spec;
		expect(template.spec).toMatchObject({ restartPolicy: 'Always', dnsPolicy: 'ClusterFirst' });
		expect(template.spec).not.toHaveProperty('enableServiceLinks');
	});

	it('filled in twice is the same as once', () => {
		const once = applyDefaults(deployment({}));
		expect(applyDefaults(once)).toEqual(once);
	});
});

describe('a Service', () => {
	const filled = (spec: ServiceSpec): ServiceSpec =>
		(
			applyDefaults({
				apiVersion: 'v1',
				kind: 'Service',
				metadata: { name: 'front' },
				spec
			} as KubeObject) as Service
		).spec;

	it('sends TCP to the port of the same number', () => {
		expect(filled({ ports: [{ port: 80 }] }).ports).toEqual([
			{ port: 80, protocol: 'TCP', targetPort: 80 }
		]);
	});

	it.each<[ServiceSpec, string | undefined]>([
		[{}, undefined],
		[{ type: 'NodePort' }, 'Cluster'],
		[{ type: 'LoadBalancer' }, 'Cluster'],
		[{ externalIPs: ['192.0.2.1'] }, 'Cluster'],
		[{ type: 'ExternalName' }, undefined]
	])('%j has a policy for traffic from outside only if there is any', (spec, policy) => {
		expect(filled(spec).externalTrafficPolicy).toBe(policy);
	});

	it('that remembers clients does so for three hours', () => {
		expect(filled({ sessionAffinity: 'ClientIP' }).sessionAffinityConfig).toEqual({
			clientIP: { timeoutSeconds: 10_800 }
		});
	});
});
