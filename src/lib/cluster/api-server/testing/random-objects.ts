import fc from 'fast-check';
import { schemaType, type SchemaField } from '#lib/kubernetes/schema/schema.ts';

const words = fc.constantFrom(
	'a',
	'web',
	'default',
	'x-1',
	'Bad_',
	'',
	'a/b',
	'10.0.0.1',
	'5%',
	'..'
);
const amounts = fc.constantFrom('1', '100m', '2Gi', '-1', '0', '1.5', 'x');
const numbers = fc.constantFrom(0, 1, 80, -1, 3, 65_536, 2 ** 31, 1.5);
const times = fc.constantFrom('2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000000Z', 'now');
const anything = fc.jsonValue({ maxDepth: 2 });

/** Deeper than this no object of a type is made. */
const deepest = 7;

/** A value for a field: mostly of its type, sometimes of any. */
function valueOf(field: SchemaField, depth: number): fc.Arbitrary<unknown> {
	const one = oneOf(field.type, depth);
	const shaped =
		field.shape === 'list'
			? fc.array(one, { maxLength: 2 })
			: field.shape === 'map'
				? fc.dictionary(words, one, { maxKeys: 2 })
				: one;
	return fc.oneof({ weight: 60, arbitrary: shaped }, { weight: 1, arbitrary: anything });
}

function oneOf(type: string, depth: number): fc.Arbitrary<unknown> {
	switch (type) {
		case 's':
			return words;
		case 'b':
			return fc.boolean();
		case 'i':
		case 'l':
			return numbers;
		case 'x':
			return fc.oneof(numbers, words);
		case 'q':
			return amounts;
		case 't':
		case 'T':
			return times;
		case 'y':
			return fc.constantFrom('YQ==', '', '!');
		case 'o':
			return anything;
		default:
			return randomObject(type, depth + 1);
	}
}

const made = new Map<string, fc.Arbitrary<object>>();

/** Objects of a type of the schema, grown from its fields; a few have fields that it doesn't have. */
export function randomObject(type: string, depth = 0): fc.Arbitrary<object> {
	const key = `${type} ${depth}`;
	const known = made.get(key);
	if (known !== undefined) return known;
	const fields = depth > deepest ? undefined : schemaType(type);
	if (fields === undefined) return fc.constant({});
	const chance = depth < 2 ? 2 : 5;
	const entries = [...fields].map(
		([name, field]) =>
			[
				name,
				fc.option(
					fc.constant(null).chain(() => valueOf(field, depth)),
					{ nil: undefined, freq: chance }
				)
			] as const
	);
	const sparse = fc
		.subarray(entries, { maxLength: Math.min(entries.length, 4) })
		.chain((some) => fc.record(Object.fromEntries(some)));
	const object = fc
		.tuple(sparse, fc.option(words, { freq: 1, nil: undefined }), fc.integer({ min: 0, max: 40 }))
		.map(([value, extra, dice]) => (dice === 0 ? { ...value, nosuch: extra } : value));
	made.set(key, object);
	return object;
}
