import { jsonText } from '../output/json-text.ts';
import { evaluatePath } from './evaluate-path.ts';
import { JsonPathError, type TemplateNode } from './json-path-syntax.ts';
import { parsePath } from './parse-path.ts';

/**
 * Reads a template: text with `{actions}`: paths, `{"text"}`, `{range PATH}…{end}`.
 *
 * @throws JsonPathError
 */
export function parseTemplate(template: string): readonly TemplateNode[] {
	const nodes: TemplateNode[] = [];
	const open: { steps: ReturnType<typeof parsePath>; outer: TemplateNode[] }[] = [];
	let current = nodes;
	let at = 0;
	while (at < template.length) {
		const start = template.indexOf('{', at);
		const textEnd = start < 0 ? template.length : start;
		if (textEnd > at) current.push({ type: 'text', text: template.slice(at, textEnd) });
		if (start < 0) break;
		const end = actionEnd(template, start + 1);
		const action = template.slice(start + 1, end).trim();
		at = end + 1;
		const range = /^range\s+(.*)$/s.exec(action);
		if (range !== null) {
			open.push({ steps: parsePath(range[1]!.trim()), outer: current });
			current = [];
		} else if (action === 'end') {
			const ended = open.pop();
			if (ended === undefined) throw new JsonPathError('not in range, nothing to end');
			ended.outer.push({ type: 'range', steps: ended.steps, body: current });
			current = ended.outer;
		} else {
			current.push(...actionNodes(action));
		}
	}
	if (open.length > 0) throw new JsonPathError('unclosed range');
	return nodes;
}

/**
 * What a template prints for an object.
 *
 * Models client-go util/jsonpath/jsonpath.go Execute, PrintResults.
 *
 * @throws JsonPathError
 */
export function renderTemplate(nodes: readonly TemplateNode[], value: unknown): string {
	return nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'path':
					return evaluatePath(node.steps, value).map(resultText).join(' ');
				case 'range':
					return evaluatePath(node.steps, value)
						.map((item) => renderTemplate(node.body, item))
						.join('');
			}
		})
		.join('');
}

/** One result as text: texts as they are, lists and maps as JSON. */
function resultText(value: unknown): string {
	if (value === null || value === undefined) return '<nil>';
	return typeof value === 'object' ? jsonText(value) : String(value);
}

function actionEnd(template: string, start: number): number {
	let quote = '';
	for (let at = start; at < template.length; at += 1) {
		const char = template[at]!;
		if (quote !== '') {
			if (char === '\\') at += 1;
			else if (char === quote) quote = '';
		} else if (char === '"' || char === "'") {
			quote = char;
		} else if (char === '}') {
			return at;
		}
	}
	throw new JsonPathError(quote === '' ? 'unclosed action' : 'unterminated quoted string');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function actionNodes(action: string): readonly TemplateNode[] {
	const literal = /^(["'])(.*)\1$/s.exec(action);
	if (literal !== null) {
		const text = literal[2]!.replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
		return [{ type: 'text', text }];
	}
	const bare = /^[A-Za-z_][\w-]*$/.exec(action);
	if (bare !== null) throw new JsonPathError(`unrecognized identifier ${action}`);
	return [{ type: 'path', steps: parsePath(action) }];
}
