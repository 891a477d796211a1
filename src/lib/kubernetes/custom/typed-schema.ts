import { decodeObject } from '../decode.ts';
import { isRecord } from '../patch/merge-patch.ts';
import { DecodeError, jsonKind } from '../schema/scalar.ts';
import type { JsonSchema } from './json-schema.ts';

/**
 * A schema whose parts are all schemas: those that may be something else as well come as they were sent.
 *
 * @throws DecodeError when one is none
 */
export function typedSchema(schema: JsonSchema): JsonSchema {
	const { items, additionalProperties, properties, allOf, anyOf, oneOf, not } = schema;
	const many = (list: readonly JsonSchema[] | undefined): readonly JsonSchema[] | undefined =>
		list?.map(typedSchema);
	return {
		...schema,
		...(items !== undefined && { items: part(items) as JsonSchema }),
		...(additionalProperties !== undefined && { additionalProperties: part(additionalProperties) }),
		...(properties && {
			properties: Object.fromEntries(
				Object.entries(properties).map(([name, inner]) => [name, typedSchema(inner)])
			)
		}),
		...(allOf && { allOf: many(allOf)! }),
		...(anyOf && { anyOf: many(anyOf)! }),
		...(oneOf && { oneOf: many(oneOf)! }),
		...(not && { not: typedSchema(not) })
	};
}

function part(value: unknown): JsonSchema | boolean {
	if (typeof value === 'boolean') return value;
	if (!isRecord(value)) {
		throw new DecodeError(
			`json: cannot unmarshal ${jsonKind(value)} into Go value of type v1.JSONSchemaProps`
		);
	}
	const {
		kind: _kind,
		apiVersion: _version,
		...schema
	} = decodeObject('JSONSchemaProps', '', value).object as unknown as Record<string, unknown>;
	return typedSchema(schema);
}
