import { describe, expect, test } from 'vitest';
import { parseGoTemplate } from './parse-go-template.ts';
import { renderGoTemplate } from './render-go-template.ts';

const list = {
	items: [
		{ metadata: { name: 'a', labels: { app: 'x' } }, ready: true },
		{ metadata: { name: 'b' }, ready: false }
	]
};

function render(template: string): string {
	return renderGoTemplate(parseGoTemplate(template), list);
}

describe('a Go template', () => {
	test.each([
		['{{range .items}}{{.metadata.name}} {{end}}', 'a b '],
		['{{len .items}}{{"\\n"}}', '2\n'],
		['{{range .items}}{{if .ready}}{{.metadata.name}}{{else}}-{{end}}{{end}}', 'a-'],
		['{{range .none}}x{{else}}nothing{{end}}', 'nothing'],
		['{{range .items}}{{.metadata.labels.app}},{{end}}', 'x,<no value>,'],
		['{{range .items}}{{if eq .metadata.name "b"}}{{$.items | len}}{{end}}{{end}}', '2'],
		['{{index .items 1 "metadata" "name"}}', 'b'],
		['{{range .items}}{{.metadata.labels}}{{end}}', 'map[app:x]<no value>']
	])('%s prints %j', (template, text) => {
		expect(render(template)).toBe(text);
	});

	test.each([
		['{{.metadata', 'unclosed action'],
		['{{range .items}}', 'unexpected EOF'],
		['{{end}}', 'unexpected {{end}}'],
		['{{bananas .items}}', 'function "bananas" not defined'],
		['{{(index .items 0)}}', 'unexpected "(" in command']
	])('%s is refused', (template, message) => {
		expect(() => render(template)).toThrow(message);
	});
});
