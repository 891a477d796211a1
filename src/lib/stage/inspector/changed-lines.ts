/** A line of a text, and whether it is new against the text before. */
export interface Line {
	readonly text: string;
	readonly changed: boolean;
}

/** Lengths of the longest common subsequences of the tails of two lists of lines. */
function commonTails(before: readonly string[], after: readonly string[]): Uint16Array[] {
	const tails = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
	for (let i = before.length - 1; i >= 0; i--) {
		for (let j = after.length - 1; j >= 0; j--) {
			tails[i]![j] =
				before[i] === after[j]
					? tails[i + 1]![j + 1]! + 1
					: Math.max(tails[i + 1]![j]!, tails[i]![j + 1]!);
		}
	}
	return tails;
}

/** The lines of `after`, each marked that `before` doesn't have at its place; none is without a text before. */
export function changedLines(before: string | null, after: string): Line[] {
	const now = after.split('\n');
	if (before === null) return now.map((text) => ({ text, changed: false }));
	const then = before.split('\n');
	const tails = commonTails(then, now);
	const lines: Line[] = [];
	let i = 0;
	now.forEach((text, j) => {
		while (i < then.length && then[i] !== text && tails[i + 1]![j]! > tails[i]![j + 1]!) i += 1;
		const same = then[i] === text;
		if (same) i += 1;
		lines.push({ text, changed: !same });
	});
	return lines;
}
