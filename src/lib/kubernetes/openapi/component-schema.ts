import { schemaName } from './schema-name.ts';
import { type StructureField, structureType } from './structure.ts';

/** A schema of an OpenAPI v3 document, as JSON. */
export type Schema = Readonly<Record<string, unknown>>;

/** Who has words for types and their fields. */
export interface Words {
	typeDescription(type: string): string | undefined;
	fieldDescription(type: string, field: string): string | undefined;
}

const scalars: Readonly<Record<string, Schema>> = {
	s: { type: 'string', default: '' },
	b: { type: 'boolean', default: false },
	i: { type: 'integer', format: 'int32', default: 0 },
	l: { type: 'integer', format: 'int64', default: 0 },
	d: { type: 'number', format: 'double', default: 0 },
	y: { type: 'string', format: 'byte' }
};

/** Types without fields: what Go reads and writes by hand. */
const opaque: Readonly<Record<string, Schema>> = {
	'api.resource.Quantity': { oneOf: [{ type: 'string' }, { type: 'number' }] },
	'apis.meta.v1.MicroTime': { type: 'string', format: 'date-time' },
	'apis.meta.v1.Time': { type: 'string', format: 'date-time' },
	'util.intstr.IntOrString': {
		oneOf: [{ type: 'integer' }, { type: 'string' }],
		format: 'int-or-string'
	},
	'apiextensions.v1.JSON': {},
	'apiextensions.v1.JSONSchemaPropsOrArray': {},
	'apiextensions.v1.JSONSchemaPropsOrBool': {},
	'apiextensions.v1.JSONSchemaPropsOrStringArray': {}
};

/** What a type refers to, by name. */
export function typesIn(type: string): readonly string[] {
	return (structureType(type)?.fields ?? [])
		.map((field) => field.type)
		.filter((name) => name.includes('.'));
}

/** The schema of a type. Models what kube-openapi makes of the Go types (pkg/builder3). */
export function componentSchema(type: string, words?: Words): Schema {
	const structure = structureType(type);
	const description = words?.typeDescription(type);
	const described = { ...(description !== undefined && { description }) };
	if (structure === undefined) return { ...described, ...(opaque[type] ?? { type: 'object' }) };
	const { fields, isAtomic } = structure;
	const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
	return {
		...described,
		type: 'object',
		...(fields.length > 0 && {
			properties: Object.fromEntries(
				fields.map((field) => [field.name, property(type, field, words)])
			)
		}),
		...(required.length > 0 && { required }),
		...(isAtomic && { 'x-kubernetes-map-type': 'atomic' })
	};
}

function property(type: string, field: StructureField, words: Words | undefined): Schema {
	const { division, listMapKeys, mergeKey, patchStrategies, within } = field;
	const isList = within[0] === 'list';
	const description =
		words?.fieldDescription(type, field.name) ?? words?.typeDescription(field.type);
	return {
		...(description !== undefined && { description }),
		...shapeOf(field, within),
		...(field.values && { enum: field.values }),
		...(field.defaultValue !== undefined && { default: field.defaultValue }),
		...(listMapKeys && { 'x-kubernetes-list-map-keys': listMapKeys }),
		...(division && { [`x-kubernetes-${isList ? 'list' : 'map'}-type`]: division }),
		...(mergeKey && { 'x-kubernetes-patch-merge-key': mergeKey }),
		...(patchStrategies.length > 0 && {
			'x-kubernetes-patch-strategy': patchStrategies.join(',')
		})
	};
}

function shapeOf(field: StructureField, within: StructureField['within'], isInner = false): Schema {
	const [outer, ...inner] = within;
	if (outer === 'list') return { type: 'array', items: shapeOf(field, inner, true) };
	if (outer === 'map') {
		return { type: 'object', additionalProperties: shapeOf(field, inner, true) };
	}
	const scalar = scalars[field.type];
	if (scalar === undefined) {
		const reference = { $ref: `#/components/schemas/${schemaName(field.type)}` };
		const hasFields = structureType(field.type) !== undefined;
		return hasFields ? { allOf: [reference], default: {} } : { allOf: [reference] };
	}
	// A field that may be left out has no default of its own; the items of a list always have one.
	const { default: zero, ...plain } = scalar;
	const isGiven = isInner || field.isRequired;
	return isGiven && zero !== undefined ? { ...plain, default: zero } : plain;
}
