import { describe, expect, test } from 'vitest';
import { yamlText } from './yaml-text.ts';

describe('yamlText', () => {
	test.each([
		['3', '"3"'],
		['true', '"true"'],
		['y', '"y"'],
		['', '""'],
		['1e3', '"1e3"'],
		['2026-11-21T13:00:00Z', '"2026-11-21T13:00:00Z"'],
		['10:30', '"10:30"'],
		['web:v1', 'web:v1'],
		['a: b', "'a: b'"],
		['* * * * *', "'* * * * *'"],
		["it's", "it's"],
		["'quoted'", "'''quoted'''"],
		['a\tb', '"a\\tb"'],
		['-', "'-'"],
		['- a', "'- a'"],
		['#x', "'#x'"],
		['a #x', "'a #x'"],
		[' a', "' a'"],
		['{"a":1}', '\'{"a":1}\''],
		['0x1f', '"0x1f"'],
		['a\nb\n', '|\n  a\n  b'],
		['a\nb', '|-\n  a\n  b'],
		['😀', '"\\U0001F600"'],
		['é', 'é']
	])('%j stands in YAML as %j', (text, expected) => {
		expect(yamlText({ k: text })).toBe(`k: ${expected}\n`);
	});

	test('folds a long text at a space behind column 80', () => {
		const message =
			"0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate";
		expect(yamlText({ message })).toBe(
			"message: '0/3 nodes are available: 3 node(s) didn''t match Pod''s node affinity/selector.\n  no new claims to deallocate'\n"
		);
	});

	test('sorts keys with numbers by value, and leaves lists at the indent of their key', () => {
		expect(yamlText({ a10: 1, a9: [{ y: null, x: [] }, [1, {}]], b: {} })).toBe(
			'a9:\n- x: []\n  "y": null\n- - 1\n  - {}\na10: 1\nb: {}\n'
		);
	});
});
