/** Lines that both have: `size` of them, from `a` in the first and `b` in the second. */
export interface Block {
	readonly a: number;
	readonly b: number;
	readonly size: number;
}

/** In a text of so many lines one that is there too often says nothing. */
const longText = 200;

/**
 * What two texts have in common, in order: the longest run of lines first, then what lies before and behind it; last an empty
 * block at the ends. Models the Ratcliff-Obershelp matching of Python's difflib, that go-difflib follows.
 */
export function matchingBlocks(a: readonly string[], b: readonly string[]): readonly Block[] {
	const places = placesOf(b);
	const found: Block[] = [];
	const search = (aLow: number, aHigh: number, bLow: number, bHigh: number): void => {
		const block = longestBlock(a, b, places, aLow, aHigh, bLow, bHigh);
		if (block.size === 0) return;
		search(aLow, block.a, bLow, block.b);
		found.push(block);
		search(block.a + block.size, aHigh, block.b + block.size, bHigh);
	};
	search(0, a.length, 0, b.length);
	return [...joined(found), { a: a.length, b: b.length, size: 0 }];
}

function placesOf(lines: readonly string[]): ReadonlyMap<string, readonly number[]> {
	const places = new Map<string, number[]>();
	for (const [index, line] of lines.entries()) {
		const known = places.get(line);
		if (known === undefined) places.set(line, [index]);
		else known.push(index);
	}
	if (lines.length < longText) return places;
	const most = Math.floor(lines.length / 100) + 1;
	for (const [line, all] of places) if (all.length > most) places.delete(line);
	return places;
}

function longestBlock(
	a: readonly string[],
	b: readonly string[],
	places: ReadonlyMap<string, readonly number[]>,
	aLow: number,
	aHigh: number,
	bLow: number,
	bHigh: number
): Block {
	let best = { a: aLow, b: bLow, size: 0 };
	let before = new Map<number, number>();
	for (let i = aLow; i < aHigh; i++) {
		const here = new Map<number, number>();
		for (const j of places.get(a[i]!) ?? []) {
			if (j < bLow) continue;
			if (j >= bHigh) break;
			const size = (before.get(j - 1) ?? 0) + 1;
			here.set(j, size);
			if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size };
		}
		before = here;
	}
	let { a: start, b: other, size } = best;
	while (start > aLow && other > bLow && a[start - 1] === b[other - 1]) {
		start--;
		other--;
		size++;
	}
	while (start + size < aHigh && other + size < bHigh && a[start + size] === b[other + size]) {
		size++;
	}
	return { a: start, b: other, size };
}

/** Blocks that follow each other without a gap are one. */
function joined(blocks: readonly Block[]): Block[] {
	const result: Block[] = [];
	for (const block of blocks) {
		const last = result.at(-1);
		if (last !== undefined && last.a + last.size === block.a && last.b + last.size === block.b) {
			result[result.length - 1] = { ...last, size: last.size + block.size };
		} else result.push(block);
	}
	return result;
}
