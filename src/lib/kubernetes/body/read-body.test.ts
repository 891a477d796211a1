import { describe, expect, test } from 'vitest';
import { readBody } from './read-body.ts';
import { NumberLiteral } from './number-literal.ts';

function json(text: string): ReturnType<typeof readBody> {
	return readBody(text, 'application/json');
}

describe('readBody', () => {
	test.each([
		['', 'unexpected end of JSON input'],
		['{', 'unexpected end of JSON input'],
		['{"a" 1}', "invalid character '1' after object key"],
		['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
		['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
		['[1 2]', "invalid character '2' after array element"],
		['{"a":tru}', "invalid character '}' in literal true (expecting 'e')"],
		['{"a":01}', "invalid character '1' after object key:value pair"],
		['{"a":1.}', "invalid character '}' after decimal point in numeric literal"],
		['{"a":1e}', "invalid character '}' in exponent of numeric literal"],
		['{"a":-}', "invalid character '}' in numeric literal"],
		['"\\x"', "invalid character 'x' in string escape code"],
		['"\\u12x"', "invalid character 'x' in \\u hexadecimal character escape"],
		['"a\nb"', "invalid character '\\n' in string literal"],
		['é', "invalid character 'Ã' looking for beginning of value"],
		['\u0000', "invalid character '\\x00' looking for beginning of value"]
	])('refuses %j in the words of Go', (text, words) => {
		expect(json(text).reading.fault).toBe(words);
	});

	test('tells in which order fields are unknown and repeated, and looks into no unknown one', () => {
		const text = '{"x":{"y":1,"y":2},"spec":{"a":1,"a":2,"list":[{"b":1,"b":2}]},"z":1}';
		const unknown = ['unknown field "x"', 'unknown field "z"'];
		expect(json(text).reading.strictErrors(unknown)).toEqual([
			'unknown field "x"',
			'duplicate field "spec.a"',
			'duplicate field "spec.list[0].b"',
			'unknown field "z"'
		]);
	});

	test('reads two objects of one name as one, the last value of any other', () => {
		expect(json('{"m":{"a":1,"b":1},"m":{"b":2},"n":1,"n":[2]}').value).toEqual({
			m: { a: 1, b: 2 },
			n: [2]
		});
	});

	test('keeps how a number was written', () => {
		const { value, reading } = json('{"a":1.0,"b":12}');
		expect(value).toEqual({ a: 1, b: 12 });
		expect(reading.exact).toEqual({ a: new NumberLiteral('1.0'), b: 12 });
	});

	test('finds the kind in any case of letters', () => {
		expect(json('{"Kind":"Secret"}').value).toEqual({ Kind: 'Secret', kind: 'Secret' });
	});

	test('says at which lines YAML sets a key again', () => {
		const { value, reading } = readBody('a: 1\nb: {c: 1, c: 2}\na:\n  d: 1\n', 'application/yaml');
		expect(value).toEqual({ a: { d: 1 }, b: { c: 2 } });
		expect(reading.strictErrors([])).toEqual([
			'yaml: unmarshal errors:\n  line 2: key "c" already set in map\n  line 4: key "a" already set in map'
		]);
	});

	test('reads a field named __proto__ as any other', () => {
		const { value } = json('{"__proto__":{"a":1}}');
		expect(Object.keys(value as object)).toEqual(['__proto__']);
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
	});
});
