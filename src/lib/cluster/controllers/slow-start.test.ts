import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import { slowStart } from './slow-start.ts';

/** The sizes of the batches, when the server takes `allowed` in all. */
function batches(count: number, allowed: number): { sizes: number[]; successes: number } {
	const work = slowStart(
		count,
		() => ({ method: 'POST', path: '/' }),
		({ code }) => (code === 201 ? 'success' : 'failure')
	);
	const sizes: number[] = [];
	let left = allowed;
	let answers: ApiResponse[] = [];
	for (;;) {
		const step = work.next(answers);
		if (step.done) return { sizes, successes: step.value.successes };
		sizes.push(step.value.length);
		answers = step.value.map(() => ({ code: left-- > 0 ? 201 : 403, body: {} as never }));
	}
}

test('twelve are made in batches of 1, 2, 4 and the rest', () => {
	expect(batches(12, 100)).toEqual({ sizes: [1, 2, 4, 5], successes: 12 });
});

test('whoever may make none tries one', () => {
	expect(batches(500, 0)).toEqual({ sizes: [1], successes: 0 });
});

test('nothing is tried after a batch with a refusal, and at most as many are refused as were made before', () => {
	fc.assert(
		fc.property(fc.nat(600), fc.nat(600), (count, allowed) => {
			const { sizes, successes } = batches(count, allowed);
			const tried = sizes.reduce((sum, size) => sum + size, 0);
			expect(successes).toBe(Math.min(tried, allowed));
			if (allowed >= count) expect(tried).toBe(count);
			else expect(tried - allowed).toBeLessThanOrEqual(allowed + 1);
		})
	);
});
