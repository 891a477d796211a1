import { expect, it } from 'vitest';
import { oomScoreAdj } from './oom-score.ts';
import type { Container, Pod } from './pod.ts';

const gibibyte = 1024 ** 3;

function score(resources: Container['resources'], more: Partial<Pod['spec']> = {}): number {
	const container = { name: 'c', ...(resources ? { resources } : undefined) };
	const pod: Pod = {
		kind: 'Pod',
		apiVersion: 'v1',
		metadata: { name: 'p' },
		spec: { containers: [container], ...more },
		status: {}
	};
	return oomScoreAdj(pod, container, 4 * gibibyte);
}

it.each([
	['nothing asked for', undefined, 1000],
	[
		'as much asked for as allowed',
		{ requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } },
		-997
	],
	['a quarter of the node asked for', { requests: { memory: '1Gi' } }, 750],
	['only CPU asked for', { requests: { cpu: '1' } }, 999],
	['all of the node asked for', { requests: { memory: '4Gi' } }, 3]
] as const)('with %s', (_what, resources, expected) => {
	expect(score(resources)).toBe(expected);
});

it('keeps what the node itself needs, whatever it asked for', () => {
	expect(score(undefined, { priorityClassName: 'system-node-critical' })).toBe(-997);
});
