import { describe, expect, test } from 'vitest';
import { readManifest } from './manifest.ts';
import { ManifestError } from './manifest-error.ts';

function failureOf(text: string): { message: string; line?: number; column?: number } {
	try {
		readManifest(text, 'f.yaml');
	} catch (error) {
		const { message, position } = error as ManifestError;
		return { message, ...position };
	}
	throw new Error('was read');
}

function values(text: string): readonly unknown[] {
	return readManifest(text, 'f.yaml').map(({ value }) => value);
}

describe('readManifest', () => {
	test('reads several documents and leaves empty ones out', () => {
		expect(values('---\na: 1\n--- # second\n# nothing\n---\nb: [x]\n')).toEqual([
			{ a: 1 },
			{ b: ['x'] }
		]);
	});

	test('reads JSON', () => {
		expect(values('{"kind": "Pod", "n": [1, null]}')).toEqual([{ kind: 'Pod', n: [1, null] }]);
	});

	test('gives each item of a List as a document', () => {
		expect(values('kind: List\napiVersion: v1\nitems:\n- kind: A\n- kind: B\n')).toEqual([
			{ kind: 'A' },
			{ kind: 'B' }
		]);
	});

	test('reads words and numbers as YAML 1.1 does, times as text', () => {
		expect(values('a: yes\nb: 0x10\nc: 10:30\nd: 2026-11-21\ne: 1e3\n')).toEqual([
			{ a: true, b: 16, c: '10:30', d: '2026-11-21', e: 1000 }
		]);
	});

	test('merges maps by <<', () => {
		expect(values('p: &p {a: 1}\nq: {<<: *p, b: 2}\n')).toEqual([
			{ p: { a: 1 }, q: { a: 1, b: 2 } }
		]);
	});

	test('knows where a field stands, in the whole text', () => {
		const [, pod] = readManifest(
			'a: 1\n---\nkind: Pod\nspec:\n  containers:\n  - image: web\n',
			'f.yaml'
		);
		expect(pod!.positionOf(['spec', 'containers', 0, 'image'])).toEqual({ line: 6, column: 5 });
		expect(pod!.positionOf(['spec', 'volumes'])).toEqual({ line: 4, column: 1 });
	});

	test.each([
		['metadata:\n  name: a\n labels: x\n', 'yaml: line 2: did not find expected key', 3],
		['a: b: c\n', 'yaml: mapping values are not allowed in this context', 1],
		['a: [1, 2\n', "yaml: line 1: did not find expected ',' or ']'", 2],
		['a: "x\n', 'yaml: line 2: found unexpected end of stream', 2],
		['a: @x\n', 'yaml: found character that cannot start any token', 1],
		['a: *x\n', "yaml: unknown anchor 'x' referenced", 1],
		['a: 1\nb:\n\tc: 1\n', 'yaml: line 3: found character that cannot start any token', 3]
	])('refuses %j in the words of kubectl', (text, words, line) => {
		const failure = failureOf(text);
		expect(failure.message).toBe(`error parsing f.yaml: error converting YAML to JSON: ${words}`);
		expect(failure.line).toBe(line);
	});

	test('refuses an alias bomb', () => {
		const levels = [...'abcdefghi'].map((name, at, all) =>
			at === 0 ? `a: &a [x, x]` : `${name}: &${name} [${`*${all[at - 1]}, `.repeat(9)}x]`
		);
		expect(failureOf(levels.join('\n')).message).toContain('document contains excessive aliasing');
	});

	test('refuses binary content and says where it begins', () => {
		expect(failureOf('a: 1\nb: \u0000\u0001')).toEqual({
			message:
				'error parsing f.yaml: error converting YAML to JSON: yaml: control characters are not allowed',
			line: 2,
			column: 4
		});
	});

	test('refuses a text of ten million characters without reading it', () => {
		expect(failureOf('#'.repeat(10_000_000)).message).toBe(
			'f.yaml has 10000000 characters; more than 1000000 are not read'
		);
	});
});
