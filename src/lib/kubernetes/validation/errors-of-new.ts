import type { FieldError } from './field-error.ts';

/** Which objects each rule has found right. */
const found = new WeakMap<(item: never, at: string) => FieldError[], WeakSet<object>>();

/**
 * What a rule says of the items of a list. Objects never change, so what it once found right is not asked again: of a list of
 * a thousand that is written a thousand times only what is new is looked at.
 *
 * @param rule must depend on nothing but the item; `at` is where it stands
 */
export function errorsOfNew<T extends object>(
	items: readonly T[],
	path: string,
	rule: (item: T, at: string) => FieldError[]
): FieldError[] {
	let right = found.get(rule);
	if (right === undefined) found.set(rule, (right = new WeakSet()));
	const errors: FieldError[] = [];
	for (let index = 0; index < items.length; index++) {
		const item = items[index]!;
		if (right.has(item)) continue;
		const wrong = rule(item, `${path}[${index}]`);
		if (wrong.length === 0) right.add(item);
		errors.push(...wrong);
	}
	return errors;
}
