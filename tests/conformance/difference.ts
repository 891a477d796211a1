/** Where two pieces of data first differ, and what is there in each. */
export interface Difference {
	readonly path: string;
	readonly expected: unknown;
	readonly got: unknown;
}

/** The first place where they differ, in order of `expected`; undefined when they are the same. */
export function differenceOf(expected: unknown, got: unknown, path = ''): Difference | undefined {
	if (Object.is(expected, got)) return undefined;
	if (!isObject(expected) || !isObject(got) || Array.isArray(expected) !== Array.isArray(got)) {
		return { path, expected, got };
	}
	for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
		const found = differenceOf(
			expected[key],
			got[key],
			Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`
		);
		if (found) return found;
	}
	return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
