import { isRecord } from '../patch/merge-patch.ts';
import { type JsonSchema, valueSchema } from './json-schema.ts';

/**
 * A value with its schema's defaults, and without nulls where none may be. Models
 * apiextensions-apiserver/pkg/apiserver/schema/defaulting Default and PruneNonNullableNullsWithoutDefaults.
 */
export function defaulted(value: unknown, schema: JsonSchema | undefined): unknown {
	if (schema === undefined) return value;
	if (Array.isArray(value)) return value.map((item) => defaulted(item, schema.items));
	if (!isRecord(value)) return value;
	const { properties = {} } = schema;
	const others = valueSchema(schema);
	const full: Record<string, unknown> = {};
	for (const [name, inner] of Object.entries(value)) {
		const known = Object.hasOwn(properties, name) ? properties[name] : others;
		if (inner !== null || known === undefined || known.nullable === true) {
			full[name] = defaulted(inner, known);
		} else if (known.default !== undefined) full[name] = known.default;
	}
	for (const [name, known] of Object.entries(properties)) {
		if (known.default === undefined || Object.hasOwn(full, name)) continue;
		full[name] = defaulted(known.default, known);
	}
	return full;
}
