import { describe, expect, it } from 'vitest';
import type { Node, Taint } from '#lib/kubernetes/pod.ts';
import { conditionTaints } from './condition-taints.ts';

const now = '2026-01-05T09:00:00Z';
const pressure: Taint = { key: 'node.kubernetes.io/memory-pressure', effect: 'NoSchedule' };
const own: Taint = { key: 'team', value: 'data', effect: 'NoSchedule' };

function node(memoryPressure: 'True' | 'False', taints?: readonly Taint[]): Node {
	return {
		kind: 'Node',
		apiVersion: 'v1',
		metadata: { name: 'n' },
		spec: taints === undefined ? {} : { taints },
		status: { conditions: [{ type: 'MemoryPressure', status: memoryPressure }] }
	};
}

describe('conditionTaints', () => {
	it('adds the taint of a condition that is true, and leaves the others', () => {
		expect(conditionTaints(node('True', [own]), now)).toEqual([
			own,
			{ ...pressure, timeAdded: now }
		]);
	});

	it('takes it away when the condition is no longer true', () => {
		expect(conditionTaints(node('False', [pressure, own]), now)).toEqual([own]);
	});

	it('gives the very same list where nothing is to be done', () => {
		const taints = [own, pressure];
		expect(conditionTaints(node('True', taints), now)).toBe(taints);
	});
});
