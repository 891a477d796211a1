/** Whether two pieces of plain data are the same; a field that is undefined is a field that isn't there. */
export function isDeepEqual(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	const isList = Array.isArray(a);
	if (isList !== Array.isArray(b)) return false;
	if (isList) return areListsEqual(a, b as readonly unknown[]);
	const left = a as Readonly<Record<string, unknown>>;
	const right = b as Readonly<Record<string, unknown>>;
	for (const key in left) if (!isDeepEqual(left[key], right[key])) return false;
	for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
	return true;
}

/** Long lists differ most often in their length, and share most of their items. */
function areListsEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
	if (a.length !== b.length) return false;
	for (let index = 0; index < a.length; index++) {
		if (a[index] !== b[index] && !isDeepEqual(a[index], b[index])) return false;
	}
	return true;
}
