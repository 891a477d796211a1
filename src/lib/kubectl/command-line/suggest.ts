const closeEnough = 2;

/**
 * Names that someone may have meant: at most two letters off, or beginning with what was typed.
 *
 * Models spf13/cobra command.go SuggestionsFor.
 */
export function suggest(typed: string, names: readonly string[]): readonly string[] {
	const lower = typed.toLowerCase();
	return names.filter(
		(name) =>
			distance(lower, name.toLowerCase()) <= closeEnough || name.toLowerCase().startsWith(lower)
	);
}

/** Levenshtein's. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
		}
		row = next;
	}
	return row[b.length]!;
}
