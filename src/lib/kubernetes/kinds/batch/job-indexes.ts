/** Indexes of a Job as a text names them, e.g. `0-2,5`. */
export interface JobIndexes {
	readonly count: number;
	readonly all: readonly (readonly [first: number, last: number])[];
}

/** Reads such a text, or says why it is none. Models pkg/apis/batch/validation/validation.go validateIndexesFormat. */
export function jobIndexes(
	text: string,
	completions: number
): JobIndexes | { readonly why: string } {
	let [count, last] = [0, -1];
	const all: [number, number][] = [];
	for (const interval of text === '' ? [] : text.split(',')) {
		const limits = interval.split('-');
		if (limits.length > 2) {
			return {
				why: `the fragment ${JSON.stringify(interval)} violates the requirement that an index interval can have at most two parts separated by '-'`
			};
		}
		for (const limit of limits) {
			if (!/^[+-]?\d+$/.test(limit)) {
				return { why: `cannot convert string to integer for index: ${JSON.stringify(limit)}` };
			}
			if (Number(limit) >= completions) return { why: `too large index: ${JSON.stringify(limit)}` };
		}
		const [first = 0, end = first] = limits.map(Number);
		if (first <= last) return { why: `non-increasing order, previous: ${last}, current: ${first}` };
		if (limits.length === 2 && end <= first) {
			return { why: `non-increasing order, previous: ${first}, current: ${end}` };
		}
		all.push([first, end]);
		count += end - first + 1;
		last = end;
	}
	return { count, all };
}
