import { expect, test } from 'vitest';
import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import { Kernel } from '../kernel/kernel.ts';
import { ProcessClient } from './process-client.ts';
import { ThrottledClient } from './throttled-client.ts';

test('thirty requests go at once, the others twenty a second', () => {
	const kernel = new Kernel(1, 0);
	const sentAtMs: number[] = [];
	const inner: ApiClient = {
		request: () => sentAtMs.push(kernel.nowMs),
		watch: () => ({ stop: () => undefined })
	};
	const client = new ThrottledClient(kernel, new ProcessClient({ isStopped: false }, inner));
	for (let i = 0; i < 70; i++) client.request({ method: 'GET', path: '/' }, () => undefined);
	kernel.runUntil(10_000);
	expect(sentAtMs.filter((ms) => ms === 0)).toHaveLength(30);
	expect(sentAtMs.at(-1)).toBeCloseTo(2000, 0);
	expect(sentAtMs.filter((ms) => ms > 0 && ms <= 1000)).toHaveLength(20);
});
