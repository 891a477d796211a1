/** A part of a Go template. */
export type GoNode =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'print'; readonly pipeline: readonly GoCall[] }
	| {
			readonly type: 'range' | 'if';
			readonly pipeline: readonly GoCall[];
			readonly body: readonly GoNode[];
			readonly otherwise: readonly GoNode[];
	  };

/** A function or a value with its arguments: `len .items`, `.metadata.name`, `"text"`. */
export type GoCall = readonly GoTerm[];

export type GoTerm =
	| { readonly type: 'field'; readonly path: readonly string[]; readonly fromRoot: boolean }
	| { readonly type: 'value'; readonly value: unknown }
	| { readonly type: 'function'; readonly name: string };

/** A template that can't be read, in the words of text/template. */
export class GoTemplateError extends Error {}

interface Open {
	readonly type: 'range' | 'if';
	readonly pipeline: readonly GoCall[];
	readonly outer: GoNode[];
	readonly body: GoNode[];
	otherwise?: GoNode[];
}

/**
 * Reads text with `{{actions}}`: fields, `range`, `if`, `else`, `end`, texts, pipelines and the functions of
 * `renderGoTemplate`.
 *
 * Models text/template/parse.
 *
 * @throws GoTemplateError
 */
export function parseGoTemplate(template: string): readonly GoNode[] {
	const nodes: GoNode[] = [];
	const open: Open[] = [];
	let current = nodes;
	let at = 0;
	while (at < template.length) {
		const start = template.indexOf('{{', at);
		const text = template.slice(at, start < 0 ? undefined : start);
		if (text !== '') current.push({ type: 'text', text });
		if (start < 0) break;
		const end = template.indexOf('}}', start);
		if (end < 0) throw new GoTemplateError('unclosed action');
		at = end + 2;
		current = readAction(template.slice(start + 2, end).trim(), current, open);
	}
	if (open.length > 0) throw new GoTemplateError('unexpected EOF');
	return nodes;
}

function readAction(action: string, current: GoNode[], open: Open[]): GoNode[] {
	const block = /^(range|if)\s+(.*)$/s.exec(action);
	if (block !== null) {
		const body: GoNode[] = [];
		const type = block[1] as Open['type'];
		open.push({ type, pipeline: readPipeline(block[2]!), outer: current, body });
		return body;
	}
	const innermost = open.at(-1);
	if (action === 'else' && innermost !== undefined) {
		innermost.otherwise = [];
		return innermost.otherwise;
	}
	if (action === 'end' && innermost !== undefined) {
		const { type, pipeline, body, otherwise = [], outer } = innermost;
		open.pop();
		outer.push({ type, pipeline, body, otherwise });
		return outer;
	}
	if (action === 'else' || action === 'end') throw new GoTemplateError(`unexpected {{${action}}}`);
	if (action === '') throw new GoTemplateError('missing value for command');
	current.push({ type: 'print', pipeline: readPipeline(action) });
	return current;
}

const token =
	/\s*(?:(\|)|"((?:\\.|[^"\\])*)"|(\$?(?:\.[\w]*)+|\$)|(-?\d+(?:\.\d+)?)|([A-Za-z]\w*))/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function readPipeline(text: string): readonly GoCall[] {
	const calls: GoTerm[][] = [[]];
	let at = 0;
	while (at < text.length) {
		token.lastIndex = at;
		const match = token.exec(text);
		if (match === null) {
			throw new GoTemplateError(`unexpected ${JSON.stringify(text[at])} in command`);
		}
		at = token.lastIndex;
		const [, pipe, quoted, field, number, name] = match;
		if (pipe !== undefined) calls.push([]);
		else calls.at(-1)!.push(termOf(quoted, field, number, name));
	}
	return calls;
}

function termOf(
	quoted: string | undefined,
	field: string | undefined,
	number: string | undefined,
	name: string | undefined
): GoTerm {
	if (quoted !== undefined) {
		const value = quoted.replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? char);
		return { type: 'value', value };
	}
	if (field !== undefined) {
		const path = field
			.replace(/^\$/, '')
			.split('.')
			.filter((part) => part !== '');
		return { type: 'field', path, fromRoot: field.startsWith('$') };
	}
	if (number !== undefined) return { type: 'value', value: Number(number) };
	if (name === 'true' || name === 'false') return { type: 'value', value: name === 'true' };
	return { type: 'function', name: name! };
}
