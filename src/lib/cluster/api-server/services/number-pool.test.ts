import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeNumber, staticBand } from './number-pool.ts';

describe('the static band', () => {
	it.each([
		[8, 16, 256, 0],
		[32, 16, 256, 16],
		[4096, 16, 256, 256],
		[65_536, 16, 256, 256],
		[2768, 32, 128, 86]
	])('of %i numbers, one in %i, at most %i, is %i', (size, share, highest, expected) => {
		expect(staticBand(size, share, highest)).toBe(expected);
	});
});

it('a free number is above the band while there is one, and none when all are taken', () => {
	const range = fc.record({
		size: fc.integer({ min: 1, max: 40 }),
		band: fc.integer({ min: 0, max: 10 }),
		taken: fc.uniqueArray(fc.integer({ min: 0, max: 39 })),
		draw: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
	});
	fc.assert(
		fc.property(range, ({ size, band: wanted, taken, draw }) => {
			const band = Math.min(wanted, size);
			const isFree = (number: number) => !taken.includes(number);
			const found = freeNumber(size, band, isFree, (below) => Math.floor(draw * below));
			const free = Array.from({ length: size }, (_, number) => number).filter(isFree);
			if (free.length === 0) expect(found).toBeUndefined();
			else expect(free).toContain(found);
			if (free.some((number) => number >= band)) expect(found).toBeGreaterThanOrEqual(band);
		})
	);
});
