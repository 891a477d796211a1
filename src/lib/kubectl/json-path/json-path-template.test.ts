import { describe, expect, test } from 'vitest';
import { parseTemplate, renderTemplate } from './json-path-template.ts';

const object = {
	metadata: { name: 'web', labels: { 'a.b/c': 'x', app: 'web' } },
	items: [
		{ name: 'one', n: 1, ok: true, ports: [80, 443] },
		{ name: 'two', n: 2, ok: false }
	],
	nothing: null
};

function render(template: string): string {
	return renderTemplate(parseTemplate(template), object);
}

describe('a jsonpath template', () => {
	test.each([
		['{.metadata.name}', 'web'],
		['{$.metadata.name}', 'web'],
		['name: {.metadata.name}!', 'name: web!'],
		['.metadata.name', '.metadata.name'],
		['{.metadata.none}', ''],
		['{.items[0].name}', 'one'],
		['{.items[-1].name}', 'two'],
		['{.items[*].name}', 'one two'],
		['{.items[0:1].name}', 'one'],
		['{.items[0].ports[1:]}', '443'],
		['{.items[*].n}', '1 2'],
		['{.items[0,1].name}', 'one two'],
		["{['metadata'].name}", 'web'],
		['{.metadata.labels.a\\.b/c}', 'x'],
		["{.metadata.labels['a.b/c']}", 'x'],
		['{.metadata.labels}', '{"a.b/c":"x","app":"web"}'],
		['{.items[0].ports}', '[80,443]'],
		['{..name}', 'one two web'],
		['{.items[?(@.name=="two")].n}', '2'],
		['{.items[?(@.n>1)].name}', 'two'],
		['{.items[?(@.ok==true)].name}', 'one'],
		['{.items[?(@.ports)].name}', 'one'],
		['{range .items[*]}{.name}={.n}{"\\n"}{end}', 'one=1\ntwo=2\n'],
		['{range .items[*]}{.name}{"\\t"}{end}{.metadata.name}', 'one\ttwo\tweb'],
		['{.metadata.*}', '{"a.b/c":"x","app":"web"} web'],
		['{.nothing}', '<nil>']
	])('%s prints %j', (template, expected) => {
		expect(render(template)).toBe(expected);
	});

	test.each([
		['{.a', 'unclosed action'],
		['{.a["b}', 'unterminated quoted string'],
		['{.a[0}', 'unterminated array'],
		['{range .items[*]}{.name}', 'unclosed range'],
		['{end}', 'not in range, nothing to end'],
		['{name}', 'unrecognized identifier name'],
		['{.items[5]}', 'array index out of bounds: index 5, length 2'],
		['{.metadata[0]}', 'map[labels:map[a.b/c:x app:web] name:web] is not array or slice']
	])('%s is refused', (template, message) => {
		expect(() => render(template)).toThrow(message);
	});
});
