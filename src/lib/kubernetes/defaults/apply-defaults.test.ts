import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../object.ts';
import type { Pod, PodSpec } from '../pod.ts';
import { applyDefaults } from './apply-defaults.ts';
import { pullPolicyOf } from './container.ts';

function specOf(spec: object): PodSpec {
	const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec, status: {} };
	return (applyDefaults(pod as unknown as KubeObject) as Pod).spec;
}

describe('applyDefaults', () => {
	it.each([
		['nginx', 'Always'],
		['nginx:latest', 'Always'],
		['nginx:1.27', 'IfNotPresent'],
		['registry.local:5000/app', 'Always'],
		['registry.local:5000/app:v1', 'IfNotPresent'],
		['nginx@sha256:a1', 'IfNotPresent']
	])('gives image %s the pull policy %s', (image, policy) => {
		expect(pullPolicyOf(image)).toBe(policy);
	});

	it('asks for as much as the limit where nothing is asked for', () => {
		const [container] = specOf({
			containers: [
				{ name: 'c', resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '100m' } } }
			]
		}).containers;
		expect(container?.resources?.requests).toEqual({ cpu: '100m', memory: '1Gi' });
	});

	it('makes a volume without a source an emptyDir', () => {
		expect(specOf({ containers: [], volumes: [{ name: 'v' }] }).volumes).toEqual([
			{ name: 'v', emptyDir: {} }
		]);
	});

	it('turns stringData of a Secret into data', () => {
		const secret = applyDefaults({
			apiVersion: 'v1',
			kind: 'Secret',
			metadata: { name: 's' },
			data: { a: 'b2xk' },
			stringData: { a: 'new', ü: 'ü' }
		});
		expect(secret).toMatchObject({ data: { a: 'bmV3', ü: 'w7w=' }, type: 'Opaque' });
		expect(secret).not.toHaveProperty('stringData');
	});

	it('changes nothing when applied twice', () => {
		const once = specOf({
			hostNetwork: true,
			containers: [
				{
					name: 'c',
					image: 'web:v1',
					ports: [{ containerPort: 80 }],
					livenessProbe: { httpGet: { port: 80 } }
				}
			]
		});
		expect(specOf(once)).toEqual(once);
	});
});
