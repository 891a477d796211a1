import { type StructureField, structureType } from '#lib/kubernetes/openapi/structure.ts';

const scalars: Readonly<Record<string, string>> = {
	s: 'string',
	y: 'string',
	b: 'boolean',
	i: 'integer',
	l: 'integer',
	d: 'number',
	'apis.meta.v1.Time': 'string',
	'apis.meta.v1.MicroTime': 'string',
	'apis.meta.v1.Duration': 'string'
};

/** A field's type as it is shown: `string`, `[]Container`, `map[string]Quantity`. */
export function shownType({ type, within }: StructureField): string {
	const inner = scalars[type] ?? type.split('.').at(-1)!;
	return within.map((one) => (one === 'list' ? '[]' : 'map[string]')).join('') + inner;
}

/** The fields below a type; none of a scalar one. */
export function fieldsOf(type: string): readonly StructureField[] {
	return structureType(type)?.fields ?? [];
}
