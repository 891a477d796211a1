import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import { Kernel } from '../kernel/kernel.ts';
import { ask, insist, type Work } from './work.ts';
import { WorkQueue } from './work-queue.ts';

/** Answers every request with that code after 10 ms. */
function clientOf(kernel: Kernel, code = 200): ApiClient {
	return {
		request: (_request, onResponse) => {
			kernel.after(10, () =>
				onResponse({
					code,
					body: { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' }
				})
			);
		},
		watch: () => ({ stop: () => undefined })
	};
}

test('a key that is added while it is worked on is done once more, however often it was added', () => {
	const kernel = new Kernel(1, 0);
	let rounds = 0;
	const queue = new WorkQueue(kernel, clientOf(kernel), {
		name: 'test',
		*sync(): Work {
			rounds++;
			yield* ask({ method: 'GET', path: '/' });
		}
	});
	queue.add('a');
	queue.add('a');
	kernel.after(5, () => {
		queue.add('a');
		queue.add('a');
	});
	kernel.runUntil(1000);
	expect(rounds).toBe(2);
});

test('the same key is never worked on twice at once, and no more keys than there are workers', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 40 }))),
			fc.integer({ min: 1, max: 3 }),
			(additions, workers) => {
				const kernel = new Kernel(1, 0);
				const busy = new Set<string>();
				const seen = new Set<string>();
				const queue = new WorkQueue(kernel, clientOf(kernel), {
					name: 'test',
					workers,
					*sync(key): Work {
						expect(busy.has(key)).toBe(false);
						busy.add(key);
						seen.add(key);
						expect(busy.size).toBeLessThanOrEqual(workers);
						yield* ask({ method: 'GET', path: '/' });
						busy.delete(key);
					}
				});
				for (const [key, atMs] of additions) kernel.after(atMs, () => queue.add(key));
				kernel.runUntil(5000);
				expect(seen).toEqual(new Set(additions.map(([key]) => key)));
			}
		)
	);
});

test('a refused key is tried again after 5 ms, 10 ms, 20 ms … until it is given up', () => {
	const kernel = new Kernel(1, 0);
	const starts: number[] = [];
	const queue = new WorkQueue(kernel, clientOf(kernel, 409), {
		name: 'test',
		maxRetries: 4,
		*sync(): Work {
			starts.push(kernel.nowMs);
			yield* insist({ method: 'PUT', path: '/' });
		}
	});
	queue.add('a');
	kernel.runUntil(10_000);
	expect(starts).toHaveLength(5);
	const waits = starts.slice(1).map((start, index) => start - starts[index]! - 10);
	waits.forEach((wait, index) => expect(Math.abs(wait - 5 * 2 ** index)).toBeLessThan(3));
});

test('of several waits for a key the shortest counts', () => {
	const kernel = new Kernel(1, 0);
	const starts: number[] = [];
	const queue = new WorkQueue(kernel, clientOf(kernel), {
		name: 'test',
		*sync(): Work {
			starts.push(Math.round(kernel.nowMs / 100) * 100);
			yield* ask({ method: 'GET', path: '/' });
		}
	});
	queue.addAfter('a', 3000);
	queue.addAfter('a', 1000);
	queue.addAfter('a', 2000);
	kernel.runUntil(10_000);
	expect(starts).toEqual([1000]);
});
