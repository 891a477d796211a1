import { isDeepEqual } from '../deep-equal.ts';
import { isRecord } from '../patch/merge-patch.ts';
import { duplicateError, type FieldError } from '../validation/field-error.ts';
import { type JsonSchema, valueSchema } from './json-schema.ts';

/**
 * Items that are twice in a list that is a set or a map. Models apiextensions-apiserver/pkg/apiserver/schema/listtype
 * ValidateListSetsAndMaps.
 */
export function listErrors(value: unknown, schema: JsonSchema, path: string): FieldError[] {
	if (Array.isArray(value)) {
		const items = schema.items ?? {};
		return [
			...repeated(value, schema, path),
			...value.flatMap((item, index) => listErrors(item, items, `${path}[${index}]`))
		];
	}
	if (!isRecord(value)) return [];
	const { properties = {} } = schema;
	const others = valueSchema(schema);
	return Object.entries(value).flatMap(([name, inner]) => {
		const isField = Object.hasOwn(properties, name);
		const known = isField ? properties[name] : others;
		const below = isField ? (path === '' ? name : `${path}.${name}`) : `${path}[${name}]`;
		return known === undefined ? [] : listErrors(inner, known, below);
	});
}

function repeated(list: readonly unknown[], schema: JsonSchema, path: string): FieldError[] {
	const type = schema['x-kubernetes-list-type'];
	const keys = schema['x-kubernetes-list-map-keys'] ?? [];
	if (type !== 'set' && type !== 'map') return [];
	const idOf = (item: unknown): unknown =>
		type === 'map' && isRecord(item)
			? Object.fromEntries(keys.filter((key) => key in item).map((key) => [key, item[key]]))
			: item;
	const seen: unknown[] = [];
	const told: unknown[] = [];
	return list.flatMap((item, index) => {
		const id = idOf(item);
		const isKnown = seen.some((one) => isDeepEqual(one, id));
		if (!isKnown) seen.push(id);
		if (!isKnown || told.some((one) => isDeepEqual(one, id))) return [];
		told.push(id);
		return [duplicateError(`${path}[${index}]`, id)];
	});
}
