import { matchingBlocks } from './matching-blocks.ts';

/** Lines of both that stand together, and what became of them. */
interface Step {
	readonly isSame: boolean;
	readonly from: readonly [start: number, end: number];
	readonly to: readonly [start: number, end: number];
}

const context = 3;

/**
 * A unified diff without names of files. Models github.com/pmezard/go-difflib WriteUnifiedDiff, which follows Python's difflib.
 */
export function unifiedDiff(before: readonly string[], after: readonly string[]): string {
	const lines: string[] = [];
	for (const group of grouped(steps(before, after))) {
		const [first, last] = [group[0]!, group.at(-1)!];
		const from = rangeText(first.from[0], last.from[1]);
		lines.push(`@@ -${from} +${rangeText(first.to[0], last.to[1])} @@`);
		for (const { isSame, from: old, to } of group) {
			const removed = before.slice(...old);
			if (isSame) lines.push(...removed.map((line) => ` ${line}`));
			else {
				lines.push(...removed.map((line) => `-${line}`));
				lines.push(...after.slice(...to).map((line) => `+${line}`));
			}
		}
	}
	return lines.map((line) => `${line}\n`).join('');
}

function steps(before: readonly string[], after: readonly string[]): Step[] {
	const found: Step[] = [];
	let [i, j] = [0, 0];
	for (const { a, b, size } of matchingBlocks(before, after)) {
		if (i < a || j < b) found.push({ isSame: false, from: [i, a], to: [j, b] });
		if (size > 0) found.push({ isSame: true, from: [a, a + size], to: [b, b + size] });
		[i, j] = [a + size, b + size];
	}
	return found;
}

/** Changes that are near each other, with so many lines around them. */
function grouped(all: readonly Step[]): Step[][] {
	if (!all.some(({ isSame }) => !isSame)) return [];
	const groups: Step[][] = [[]];
	for (const [index, step] of all.entries()) {
		const { isSame, from, to } = step;
		const size = from[1] - from[0];
		const isFirst = index === 0;
		const isLast = index === all.length - 1;
		const head: Step = { isSame, from: [from[0], from[0] + context], to: [to[0], to[0] + context] };
		const tail: Step = { isSame, from: [from[1] - context, from[1]], to: [to[1] - context, to[1]] };
		if (!isSame) groups.at(-1)!.push(step);
		else if (isFirst) groups.at(-1)!.push(size > context ? tail : step);
		else if (isLast) groups.at(-1)!.push(size > context ? head : step);
		else if (size > 2 * context) {
			groups.at(-1)!.push(head);
			groups.push([tail]);
		} else groups.at(-1)!.push(step);
	}
	return groups.filter((group) => group.some(({ isSame }) => !isSame));
}

function rangeText(start: number, end: number): string {
	const length = end - start;
	if (length === 1) return String(start + 1);
	return `${length === 0 ? start : start + 1},${length}`;
}
