import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KnownItems } from './known-items.ts';

const items = Array.from({ length: 8 }, (_, id) => ({ id }));

it('knows exactly the objects that were in the list before, when they are asked for in its order', () => {
	const inOrder = fc.subarray(items);
	fc.assert(
		fc.property(inOrder, inOrder, (before, after) => {
			const known = new KnownItems(before);
			expect(after.filter((item) => known.has(item))).toEqual(
				after.filter((item) => before.includes(item))
			);
		})
	);
});

it('never knows an object that was not there, in whatever order it is asked', () => {
	const anyOrder = fc.uniqueArray(fc.constantFrom(...items));
	fc.assert(
		fc.property(anyOrder, anyOrder, (before, after) => {
			const known = new KnownItems(before);
			for (const item of after) if (known.has(item)) expect(before).toContain(item);
		})
	);
});

it('doesn’t know an object that only looks the same, nor a plain value', () => {
	const known = new KnownItems([{ id: 1 }, 'a', null]);
	expect([{ id: 1 }, 'a', null].map((item) => known.has(item))).toEqual([false, false, false]);
});
