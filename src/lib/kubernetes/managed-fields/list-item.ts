import type { ListType } from './field-type.ts';
import { keyElement, type PathElement, valueElement } from './path-element.ts';

/** An item that can't be told apart from others. */
export class ItemError extends Error {}

/**
 * By which step an item of an associative list is reached. Models structured-merge-diff typed/helpers.go
 * listItemToPathElement.
 *
 * @throws ItemError when it has none of the keys, or is no plain value
 */
export function itemElement(list: ListType, item: unknown): PathElement {
	const keys = list.keys ?? [];
	return keys.length > 0 ? keyedElement(list, keys, item) : plainElement(item);
}

function keyedElement(list: ListType, keys: readonly string[], item: unknown): PathElement {
	if (item === null) {
		throw new ItemError('associative list with keys may not have a null element');
	}
	if (typeof item !== 'object' || Array.isArray(item)) {
		throw new ItemError('associative list with keys may not have non-map elements');
	}
	const found: Record<string, unknown> = {};
	for (const key of keys) {
		const own = (item as Record<string, unknown>)[key];
		const value = own ?? (list.element.kind === 'map' ? list.element.defaultOf(key) : undefined);
		if (value !== undefined) found[key] = value;
	}
	if (Object.keys(found).length > 0) return keyElement(found);
	const names = keys.map((key) => JSON.stringify(key)).join(' ');
	throw new ItemError(
		`associative list with keys has an element that omits all key fields [${names}] (and doesn't have default values for any key fields)`
	);
}

function plainElement(item: unknown): PathElement {
	if (Array.isArray(item)) {
		throw new ItemError('not supported: associative list with lists as elements');
	}
	if (item === null) {
		throw new ItemError("associative list without keys has an element that's an explicit null");
	}
	if (typeof item === 'object') {
		throw new ItemError("associative list without keys has an element that's a map type");
	}
	return valueElement(item);
}

/** The items of a list by their step, those that can't be told apart left out; a step can have several. */
export function itemsByElement(
	list: ListType,
	items: readonly unknown[]
): Map<PathElement, unknown[]> {
	const found = new Map<PathElement, unknown[]>();
	for (const item of items) {
		const element = elementOrNone(list, item);
		if (element === undefined) continue;
		const same = found.get(element);
		if (same === undefined) found.set(element, [item]);
		else same.push(item);
	}
	return found;
}

/** The step of an item; undefined when it has none. */
export function elementOrNone(list: ListType, item: unknown): PathElement | undefined {
	try {
		return itemElement(list, item);
	} catch (error) {
		if (error instanceof ItemError) return undefined;
		throw error;
	}
}
