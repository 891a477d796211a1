import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bisect } from './bisect.ts';

it('finds what a look at each item in turn finds', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(20)), fc.nat(21), (numbers, from) => {
			const items = numbers.toSorted((a, b) => a - b);
			const found = items.findIndex((item) => item >= from);
			expect(bisect(items, (item) => item >= from)).toBe(found < 0 ? items.length : found);
		})
	);
});
