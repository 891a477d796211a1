export type Changes = Readonly<Record<string, unknown>>;

/** Two changes one after another as one; what is back where it was has not changed. */
export function combined(first: Changes = {}, then: Changes = {}): Changes {
	const entries = [...new Set([...Object.keys(first), ...Object.keys(then)])].map((key) => {
		const [before] = (first[key] ?? then[key]) as [unknown, unknown];
		const [, after] = (then[key] ?? first[key]) as [unknown, unknown];
		return [key, [before, after]] as const;
	});
	return Object.fromEntries(
		entries.filter(([, [before, after]]) => JSON.stringify(before) !== JSON.stringify(after))
	);
}
