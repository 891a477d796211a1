import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNaturally } from './natural-order.ts';

describe('compareNaturally', () => {
	test('orders numbers inside text by their value', () => {
		const keys = ['a10', 'a9', 'b', 'A', 'a', 'a-b', 'a1b'];
		expect(keys.sort(compareNaturally)).toEqual(['A', 'a', 'a-b', 'a1b', 'a9', 'a10', 'b']);
	});

	test('is 0 only for the same text, and turns round with its arguments', () => {
		const key = fc.stringMatching(/^[a-c0-2.]{0,5}$/);
		fc.assert(
			fc.property(key, key, (a, b) => {
				expect(compareNaturally(a, b) === 0).toBe(a === b);
				expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) || 0);
			})
		);
	});
});
