/** What each function has given, so that what is filled in already is not filled in again. */
const filled = new WeakMap<(given: never) => object, WeakSet<object>>();

/**
 * What `fill` makes of it; the same object when it is one that `fill` made before. Objects are never changed, and filling in
 * twice gives the same as once.
 */
export function filledOnce<T extends object>(given: T, fill: (given: T) => T): T {
	let done = filled.get(fill);
	if (done === undefined) filled.set(fill, (done = new WeakSet()));
	if (done.has(given)) return given;
	const result = fill(given);
	done.add(result);
	return result;
}
