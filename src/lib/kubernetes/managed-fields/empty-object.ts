import type { KubeObject } from '../object.ts';
import { schemaType } from '../schema/schema.ts';

const zeros: Readonly<Record<string, unknown>> = {
	s: '',
	y: '',
	b: false,
	i: 0,
	l: 0,
	x: 0,
	q: '0'
};

/**
 * What Go's struct of a kind writes when nothing is in it: whatever is there all the same belongs to nobody when an object is made.
 *
 * @param schema the schema's name of the kind
 */
export function emptyObject(schema: string, apiVersion: string, kind: string): KubeObject {
	return { apiVersion, kind, metadata: {}, ...emptyStruct(schema) };
}

function emptyStruct(name: string): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	for (const [field, { type, shape, inEmpty }] of schemaType(name) ?? []) {
		if (!inEmpty) continue;
		const isStruct = shape === 'one' && schemaType(type) !== undefined;
		fields[field] = isStruct ? emptyStruct(type) : shape === 'one' ? (zeros[type] ?? null) : null;
	}
	return fields;
}
