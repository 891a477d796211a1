/**
 * How many numbers at the low end of a range are left to those who ask for one by name, as long as there are others.
 * Models calculateRangeOffset of pkg/registry/core/service/{ipallocator,portallocator}.
 *
 * @param share the band's share of the range: one in `share`
 * @param highest the band is never larger
 */
export function staticBand(size: number, share: number, highest: number): number {
	const lowest = 16;
	if (size <= lowest) return 0;
	return Math.min(Math.max(lowest, Math.floor(size / share)), highest);
}

/**
 * A free number of 0 to `size` − 1: first one above the band, then one in it; each search starts at a random place.
 * Models pkg/registry/core/service/allocator/bitmap.go randomScanStrategyWithOffset.AllocateBit.
 *
 * @returns undefined when all are taken
 */
export function freeNumber(
	size: number,
	band: number,
	isFree: (number: number) => boolean,
	randomInt: (below: number) => number
): number | undefined {
	return freeBetween(band, size, isFree, randomInt) ?? freeBetween(0, band, isFree, randomInt);
}

function freeBetween(
	from: number,
	to: number,
	isFree: (number: number) => boolean,
	randomInt: (below: number) => number
): number | undefined {
	const count = to - from;
	if (count <= 0) return undefined;
	const start = randomInt(count);
	for (let i = 0; i < count; i++) {
		const number = from + ((start + i) % count);
		if (isFree(number)) return number;
	}
	return undefined;
}
