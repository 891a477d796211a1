import { jsonText } from '../output/json-text.ts';
import { goText } from '../output/go-text.ts';
import { type GoCall, type GoNode, type GoTerm, GoTemplateError } from './parse-go-template.ts';

type GoFunction = (...args: readonly unknown[]) => unknown;

/** The functions of text/template and kubectl that templates of objects use. */
const functions: Readonly<Record<string, GoFunction>> = {
	and: (...args) => args.find((value) => !isTrue(value)) ?? args.at(-1),
	base64decode: (text) => atob(String(text)),
	eq: (first, ...others) => others.includes(first),
	exists: (value, ...keys) => element(value, keys) !== undefined,
	ge: (a, b) => (a as number) >= (b as number),
	gt: (a, b) => (a as number) > (b as number),
	index: (value, ...keys) => element(value, keys),
	js: (value) => jsonText(value),
	le: (a, b) => (a as number) <= (b as number),
	len: (value) => (typeof value === 'string' ? value.length : Object.keys(Object(value)).length),
	lt: (a, b) => (a as number) < (b as number),
	ne: (a, b) => a !== b,
	not: (value) => !isTrue(value),
	or: (...args) => args.find(isTrue) ?? args.at(-1),
	print: (...args) => args.map(shown).join(''),
	println: (...args) => `${args.map(shown).join(' ')}\n`
};

/**
 * What a Go template prints for an object.
 *
 * Models text/template Execute over plain JSON values, with kubectl's missing keys.
 *
 * @throws GoTemplateError
 */
export function renderGoTemplate(nodes: readonly GoNode[], value: unknown, root = value): string {
	return nodes
		.map((node) => {
			if (node.type === 'text') return node.text;
			const result = pipelineValue(node.pipeline, value, root);
			if (node.type === 'print') return shown(result);
			if (node.type === 'if') {
				return renderGoTemplate(isTrue(result) ? node.body : node.otherwise, value, root);
			}
			const items = Array.isArray(result) ? (result as unknown[]) : sortedValues(result);
			return items.length === 0
				? renderGoTemplate(node.otherwise, value, root)
				: items.map((item) => renderGoTemplate(node.body, item, root)).join('');
		})
		.join('');
}

function pipelineValue(pipeline: readonly GoCall[], value: unknown, root: unknown): unknown {
	return pipeline.reduce<unknown>((last, call, at) => {
		const [first, ...rest] = call;
		if (first === undefined) throw new GoTemplateError('missing value for command');
		if (first.type !== 'function') return termValue(first, value, root);
		if (!Object.hasOwn(functions, first.name)) {
			throw new GoTemplateError(`function ${JSON.stringify(first.name)} not defined`);
		}
		const args = rest.map((term) => termValue(term, value, root));
		return functions[first.name]!(...args, ...(at > 0 ? [last] : []));
	}, undefined);
}

function termValue(term: GoTerm, value: unknown, root: unknown): unknown {
	if (term.type === 'value') return term.value;
	if (term.type === 'function') return functions[term.name]?.();
	return element(term.fromRoot ? root : value, term.path);
}

function element(value: unknown, keys: readonly unknown[]): unknown {
	return keys.reduce<unknown>((inner, key) => {
		if (typeof inner !== 'object' || inner === null) return undefined;
		const name = String(key);
		return Object.hasOwn(inner, name) ? (inner as Record<string, unknown>)[name] : undefined;
	}, value);
}

function isTrue(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value);
}

function sortedValues(value: unknown): readonly unknown[] {
	if (typeof value !== 'object' || value === null) return [];
	const record = value as Record<string, unknown>;
	return Object.keys(record)
		.sort()
		.map((key) => record[key]);
}

function shown(value: unknown): string {
	return value === undefined || value === null ? '<no value>' : goText(value);
}
