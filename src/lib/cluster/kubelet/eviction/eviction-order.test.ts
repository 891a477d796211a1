import { describe, expect, it } from 'vitest';
import { evictionMessage } from './eviction-message.ts';
import { evictionOrder } from './eviction-order.ts';

const names = (candidates: Parameters<typeof evictionOrder>[0]): string =>
	evictionOrder(candidates)
		.map(({ pod }) => pod)
		.join(' ');

describe('the order of eviction', () => {
	it('begins with whoever uses more than was asked for, however important', () => {
		const within = { pod: 'within', priority: -10, uses: 900, requests: 1000 };
		const above = { pod: 'above', priority: 1000, uses: 11, requests: 10 };
		expect(names([within, above])).toBe('above within');
	});

	it('then asks for the priority', () => {
		const low = { pod: 'low', priority: 0, uses: 20, requests: 0 };
		const high = { pod: 'high', priority: 5, uses: 900, requests: 0 };
		expect(names([high, low])).toBe('low high');
	});

	it('then for how far above the request a Pod is, not for its class', () => {
		const bestEffort = { pod: 'best-effort', priority: 0, uses: 300, requests: 0 };
		const burstable = { pod: 'burstable', priority: 0, uses: 700, requests: 100 };
		expect(names([bestEffort, burstable])).toBe('burstable best-effort');
	});
});

describe('evictionMessage', () => {
	it('names what was left, and each container that was above its request', () => {
		const containers = [
			{ name: 'a', resources: { requests: { memory: '64Mi' } } },
			{ name: 'b' },
			{ name: 'c', resources: { requests: { memory: '1Gi' } } }
		];
		const usage = new Map([
			['a', 100 * 1024 * 1024],
			['b', 4096],
			['c', 1024]
		]);
		expect(evictionMessage(containers, '100Mi', 87_654_400, usage)).toBe(
			'The node was low on resource: memory. Threshold quantity: 100Mi, available: 85600Ki. ' +
				'Container a was using 100Mi, request is 64Mi, has larger consumption of memory. ' +
				'Container b was using 4Ki, request is 0, has larger consumption of memory. '
		);
	});
});
