import { goJson } from './go-json.ts';

/**
 * One step from an object to something in it, in the text of FieldsV1: `f:name` a field, `k:{"name":"web"}` the item of a list
 * with these keys, `v:"x"` the item of a set, `i:0` an item by its place. Equal steps have equal texts.
 *
 * Models structured-merge-diff fieldpath/element.go and serialize-pe.go.
 */
export type PathElement = string;

/** A way from the object down. */
export type Path = readonly PathElement[];

export function fieldElement(name: string): PathElement {
	return `f:${name}`;
}

/** @param keys in any order; they are sorted */
export function keyElement(keys: Readonly<Record<string, unknown>>): PathElement {
	const sorted = Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1));
	return `k:${goJson(Object.fromEntries(sorted))}`;
}

export function valueElement(value: unknown): PathElement {
	return `v:${goJson(value)}`;
}

/** The field's name; undefined when the step is to an item of a list. */
export function fieldNameOf(element: PathElement): string | undefined {
	return element.startsWith('f:') ? element.slice(2) : undefined;
}

/**
 * Reads a key of FieldsV1; undefined for a kind of step that nobody knows (yet), which is left out.
 *
 * @throws Error when it can't be read
 */
export function readElement(text: string): PathElement | undefined {
	const colon = text.indexOf(':');
	if (colon < 0) throw new Error(`missing colon: ${text}`);
	const content = text.slice(colon + 1);
	switch (text.slice(0, colon)) {
		case 'f':
			return text;
		case 'k': {
			const keys: unknown = JSON.parse(content);
			if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) {
				throw new Error(`no keys: ${text}`);
			}
			return keyElement(keys as Record<string, unknown>);
		}
		case 'v':
			return valueElement(JSON.parse(content));
		case 'i':
			if (!/^-?\d+$/.test(content)) throw new Error(`no index: ${text}`);
			return `i:${Number(content)}`;
		default:
			return undefined;
	}
}

/** As messages print it: `.spec`, `[name="web"]`, `[="x"]`, `[0]`. */
export function elementText(element: PathElement): string {
	const content = element.slice(2);
	switch (element[0]) {
		case 'f':
			return `.${content}`;
		case 'k': {
			const keys = Object.entries(JSON.parse(content) as Record<string, unknown>);
			return `[${keys.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(',')}]`;
		}
		case 'v':
			return `[=${JSON.stringify(JSON.parse(content))}]`;
		default:
			return `[${content}]`;
	}
}

export function pathText(path: Path): string {
	return path.map(elementText).join('');
}

const ranks = 'fkvi';

/** The order in which FieldsV1 and messages name them. Models PathElement.Compare. */
export function compareElements(a: PathElement, b: PathElement): number {
	if (a[0] !== b[0]) return ranks.indexOf(a[0]!) - ranks.indexOf(b[0]!);
	const [left, right] = [a.slice(2), b.slice(2)];
	switch (a[0]) {
		case 'f':
			return compareValues(left, right);
		case 'k':
			return compareKeys(
				JSON.parse(left) as Record<string, unknown>,
				JSON.parse(right) as Record<string, unknown>
			);
		default:
			return compareValues(JSON.parse(left), JSON.parse(right));
	}
}

function compareKeys(
	a: Readonly<Record<string, unknown>>,
	b: Readonly<Record<string, unknown>>
): number {
	const [left, right] = [Object.entries(a), Object.entries(b)];
	for (let i = 0; i < left.length && i < right.length; i++) {
		const [leftName, leftValue] = left[i]!;
		const [rightName, rightValue] = right[i]!;
		const order = compareValues(leftName, rightName) || compareValues(leftValue, rightValue);
		if (order !== 0) return order;
	}
	return left.length - right.length;
}

const kinds = ['number', 'string', 'boolean'];

/** Numbers before texts before truths. Models value.Compare. */
function compareValues(a: unknown, b: unknown): number {
	const kind = kinds.indexOf(typeof a) - kinds.indexOf(typeof b);
	if (kind !== 0) return kind;
	return a === b ? 0 : (a as string) < (b as string) ? -1 : 1;
}
