import { isRecord } from '../patch/merge-patch.ts';
import { type JsonSchema, valueSchema } from './json-schema.ts';

/** What is left of a value, and which fields its schema doesn't have, e.g. `spec.size`. */
export interface Pruned {
	readonly value: unknown;
	readonly unknown: readonly string[];
}

/**
 * Drops the fields that a schema doesn't have. Models apiextensions-apiserver/pkg/apiserver/schema/pruning.
 *
 * @param path of the value, empty at the root; there metadata, kind and apiVersion stay
 */
export function pruned(value: unknown, schema: JsonSchema, path = ''): Pruned {
	const unknown: string[] = [];
	return { value: prune(value, schema, path, path === '', unknown), unknown };
}

function prune(
	value: unknown,
	schema: JsonSchema | undefined,
	path: string,
	isResource: boolean,
	unknown: string[]
): unknown {
	if (Array.isArray(value)) {
		return value.map((item, index) =>
			prune(item, schema?.items, `${path}[${index}]`, isEmbedded(schema?.items), unknown)
		);
	}
	if (!isRecord(value)) return value;
	const { properties = {} } = schema ?? {};
	const others = schema && valueSchema(schema);
	const keepsAll =
		schema?.['x-kubernetes-preserve-unknown-fields'] === true ||
		schema?.additionalProperties === true;
	const kept: Record<string, unknown> = {};
	for (const [name, inner] of Object.entries(value)) {
		const below = path === '' ? name : `${path}.${name}`;
		const known = Object.hasOwn(properties, name) ? properties[name] : others;
		if (isResource && ['apiVersion', 'kind', 'metadata'].includes(name)) kept[name] = inner;
		else if (known !== undefined)
			kept[name] = prune(inner, known, below, isEmbedded(known), unknown);
		else if (keepsAll) kept[name] = inner;
		else unknown.push(below);
	}
	return kept;
}

function isEmbedded(schema: JsonSchema | undefined): boolean {
	return schema?.['x-kubernetes-embedded-resource'] === true;
}
