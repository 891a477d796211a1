import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KnownItems } from './known-items.ts';

const items = Array.from({ length: 8 }, (_, id) => ({ id }));
const list = fc.uniqueArray(fc.constantFrom(...items));

it('knows exactly the objects that were in the list before, in whatever order they are asked for', () => {
	fc.assert(
		fc.property(list, list, (before, after) => {
			const known = new KnownItems(before);
			expect(after.filter((item) => known.has(item))).toEqual(
				after.filter((item) => before.includes(item))
			);
		})
	);
});

it('doesn’t know an object that only looks the same, nor a plain value', () => {
	const known = new KnownItems([{ id: 1 }, 'a', null]);
	expect([{ id: 1 }, 'a', null].map((item) => known.has(item))).toEqual([false, false, false]);
});
