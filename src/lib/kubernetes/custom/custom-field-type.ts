import { type FieldType, type MapType, untyped } from '../managed-fields/field-type.ts';
import { kindType } from '../managed-fields/kind-type.ts';
import { type JsonSchema, valueSchema } from './json-schema.ts';

/** How objects of a kind that someone defined are divided among managers. Models apiserver/pkg/util/openapi for custom resources. */
export function customFieldType(schema: JsonSchema): FieldType {
	const whole = mapType(schema);
	// Any kind's will do: metadata and type are the same for all.
	const known = kindType('ConfigMap') as MapType;
	return {
		...whole,
		field: (name) =>
			['apiVersion', 'kind', 'metadata'].includes(name) ? known.field(name) : whole.field(name)
	};
}

function fieldType(schema: JsonSchema): FieldType {
	if (schema['x-kubernetes-int-or-string'] === true) return { kind: 'scalar', scalar: 'untyped' };
	switch (schema.type) {
		case 'object':
			return mapType(schema);
		case 'array': {
			const listType = schema['x-kubernetes-list-type'];
			const keys =
				listType === 'map'
					? (schema['x-kubernetes-list-map-keys'] ?? [])
					: listType === 'set'
						? []
						: undefined;
			return { kind: 'list', element: fieldType(schema.items ?? {}), keys };
		}
		case 'string':
			return { kind: 'scalar', scalar: 'string' };
		case 'boolean':
			return { kind: 'scalar', scalar: 'boolean' };
		case 'integer':
		case 'number':
			return { kind: 'scalar', scalar: 'numeric' };
		default:
			return untyped.anything;
	}
}

function mapType(schema: JsonSchema): MapType {
	const { properties = {} } = schema;
	const others = valueSchema(schema);
	const keepsAll = schema['x-kubernetes-preserve-unknown-fields'] === true;
	const fields = new Map<string, FieldType>();
	return {
		kind: 'map',
		isAtomic: schema['x-kubernetes-map-type'] === 'atomic',
		field(name) {
			const known = fields.get(name);
			if (known !== undefined) return known;
			const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
			if (inner === undefined) return undefined;
			const made = fieldType(inner);
			fields.set(name, made);
			return made;
		},
		others: others ? fieldType(others) : keepsAll ? untyped.anything : undefined,
		defaultOf: (key) => properties[key]?.default
	};
}
