import { goStructs, type GoField } from '#lib/kubernetes/go-types/go-layout.ts';
import { goIntOrString, goQuantity, goTime } from './go-leaves.ts';

/**
 * Prints JSON data as Go prints the value that it decodes to: every field of every struct in order, with types, absent
 * ones as Go's zero values. The parts of a list or map carry no type. Models davecgh/go-spew format.go with `%#v`,
 * SortKeys and DisableMethods, as pkg/util/hash/hash.go DeepHashObject uses it.
 *
 * @param type as Go names it, e.g. `v1.PodTemplateSpec`
 */
export function goDump(value: unknown, type: string): string {
	return `(${type})${untyped(value, type)}`;
}

/** The value without its type, as in a list. */
function untyped(value: unknown, type: string): string {
	if (type.startsWith('*')) {
		return value === undefined || value === null ? '<nil>' : untyped(value, type.slice(1));
	}
	if (type.startsWith('[]')) return list(value as readonly unknown[] | undefined, type.slice(2));
	if (type === 'map[string]string') return map(value, String);
	if (type === 'v1.ResourceList') return map(value, goQuantity);
	const fields = goStructs.get(type);
	return fields === undefined ? leaf(value, type) : struct(value, fields);
}

/** What travels as protobuf has no empty list or map: it comes back as nil. */
function list(items: readonly unknown[] | undefined, type: string): string {
	if (items === undefined || items === null || items.length === 0) return '<nil>';
	return `[${items.map((item) => untyped(item, type)).join(' ')}]`;
}

function map(value: unknown, print: (value: string) => string): string {
	const entries = Object.entries((value ?? {}) as Readonly<Record<string, string>>);
	if (entries.length === 0) return '<nil>';
	entries.sort(([a], [b]) => (a < b ? -1 : 1));
	return `map[${entries.map(([key, inner]) => `${key}:${print(inner)}`).join(' ')}]`;
}

function struct(value: unknown, fields: readonly GoField[]): string {
	const object = (value ?? {}) as Readonly<Record<string, unknown>>;
	const printed = fields.map(({ name, json, type }) => {
		return `${name}:${goDump(json === '' ? object : object[json], type)}`;
	});
	return `{${printed.join(' ')}}`;
}

const numbers = new Set(['int32', 'int64', 'uint8']);

function leaf(value: unknown, type: string): string {
	switch (type) {
		case 'resource.Quantity':
			return goQuantity(value as string | undefined);
		case 'intstr.IntOrString':
			return goIntOrString(value as number | string | undefined);
		case 'v1.Time':
			return goTime(value as string | undefined);
		case 'bool':
			return String(value ?? false);
		default:
			return String(value ?? (numbers.has(type) ? 0 : ''));
	}
}
