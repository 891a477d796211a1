import { describe, expect, it } from 'vitest';
import { Kernel } from '../../kernel/kernel.ts';
import { ContainerResources } from './container-resources.ts';
import { NodeMemory } from './node-memory.ts';
import type { ResourceUse } from './resource-use.ts';

const mebibyte = 1024 * 1024;
const kernel = new Kernel(1, 0);

function container(node: NodeMemory, limits: Record<string, string>, oomScoreAdj = 1000) {
	const told: ResourceUse[] = [];
	const killed: string[] = [];
	const resources = new ContainerResources(
		kernel,
		node,
		{ name: 'c', resources: { limits } },
		oomScoreAdj,
		(use) => told.push(use),
		() => {
			killed.push('OOM');
			resources.release();
		}
	);
	return { resources, told, killed };
}

describe('ContainerResources', () => {
	it('gives memory up to the limit, and not a byte more', () => {
		const { resources, told } = container(new NodeMemory(1024 * mebibyte), { memory: '128Mi' });
		expect(resources.takeMemory(128 * mebibyte)).toBe(true);
		expect(resources.takeMemory(1)).toBe(false);
		expect(told).toEqual([{ milliCpu: 0, throttled: 0, memory: 128 * mebibyte }]);
	});

	it('gives CPU up to the limit, and says which part of the time it waits', () => {
		const { resources, told } = container(new NodeMemory(0), { cpu: '500m' });
		resources.wantCpu(2000);
		expect(told).toEqual([{ milliCpu: 500, throttled: 0.75, memory: 0 }]);
	});

	it('ends whoever seems largest when the node has nothing left', () => {
		// 256Mi are the node's own, 768Mi are there for all.
		const node = new NodeMemory(1024 * mebibyte);
		const safe = container(node, {}, -997);
		const early = container(node, {}, 1000);
		const asking = container(node, {}, 500);
		safe.resources.takeMemory(600 * mebibyte);
		early.resources.takeMemory(100 * mebibyte);
		expect(asking.resources.takeMemory(100 * mebibyte)).toBe(true);
		expect([safe.killed, early.killed, asking.killed]).toEqual([[], ['OOM'], []]);
		expect(node.available).toBe(68 * mebibyte);
		expect(asking.resources.takeMemory(100 * mebibyte)).toBe(false);
	});

	it('tells each second what a server has computed, as long as it has something to do', () => {
		const { resources, told } = container(new NodeMemory(0), { cpu: '100m' });
		expect(resources.spendCpu(20)).toBe(110);
		kernel.runUntil(kernel.nowMs + 5000);
		expect(told).toEqual([
			{ milliCpu: 20, throttled: 90 / 110, memory: 0 },
			{ milliCpu: 0, throttled: 0, memory: 0 }
		]);
	});
});
