import fc from 'fast-check';
import type { KubeObject } from '../../object.ts';
import { type SchemaField, type SchemaType, schemaType } from '../../schema/schema.ts';
import { kindType } from '../kind-type.ts';
import { elementOrNone } from '../list-item.ts';

const deepest = 5;
const name = fc.stringMatching(/^[a-z]{1,3}$/);

const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
	s: name,
	b: fc.boolean(),
	i: fc.integer({ min: -9, max: 9 }),
	l: fc.integer({ min: -9, max: 9 }),
	q: fc.constantFrom('1', '500m', '2Gi'),
	x: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('25%')),
	t: fc.constant('2026-01-02T03:04:05Z'),
	T: fc.constant('2026-01-02T03:04:05.000000Z'),
	y: fc.constant('eA==')
};

/** Some object of a kind, as someone could apply it: fields at random, lists without two items of the same key, and one label. */
export function arbitraryObject(kind: string, apiVersion: string): fc.Arbitrary<KubeObject> {
	const type = schemaType(kind)!;
	return struct(type, 0).map(
		(fields) =>
			({
				...fields,
				apiVersion,
				kind,
				metadata: { name: 'x', labels: { app: 'x' } }
			}) as unknown as KubeObject
	);
}

function struct(type: SchemaType, depth: number): fc.Arbitrary<Record<string, unknown>> {
	const fields = [...type].filter(
		([field, { type: inner }]) =>
			field !== 'metadata' && (depth < deepest || schemaType(inner) === undefined)
	);
	const model = Object.fromEntries(fields.map(([field, facts]) => [field, value(facts, depth)]));
	return fc
		.subarray(Object.keys(model), { maxLength: Math.min(4, fields.length) })
		.chain((chosen) =>
			fc.record(Object.fromEntries(chosen.map((field) => [field, model[field]!])))
		);
}

function value(field: SchemaField, depth: number): fc.Arbitrary<unknown> {
	const inner = schemaType(field.type);
	const one =
		inner === undefined
			? (scalars[field.type] ?? fc.constant({ a: 1 }))
			: fc.constant(undefined).chain(() => struct(inner, depth + 1));
	if (field.shape === 'map') return fc.dictionary(name, one, { maxKeys: 3 });
	return field.shape === 'list' ? fc.array(one, { maxLength: 3 }) : one;
}

/** The same without items that can't be told apart, or that have no key. */
export function withDistinctItems(object: KubeObject): KubeObject {
	return distinct(object, kindType(object.kind)) as KubeObject;
}

function distinct(value: unknown, type: ReturnType<typeof kindType>): unknown {
	if (type?.kind === 'list' && Array.isArray(value)) {
		const known = new Set<string>();
		return value
			.filter((item) => {
				if (type.keys === undefined) return true;
				const element = elementOrNone(type, item);
				if (element === undefined || known.has(element)) return false;
				known.add(element);
				return true;
			})
			.map((item) => distinct(item, type.element));
	}
	if (type?.kind === 'map' && typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([field, inner]) => [
				field,
				distinct(inner, type.field(field) ?? type.others)
			])
		);
	}
	return value;
}
