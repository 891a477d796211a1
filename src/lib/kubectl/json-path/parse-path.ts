import { JsonPathError, type Operand, type PathStep } from './json-path-syntax.ts';

const fieldName = /^(?:\\.|[^\s.[\](){}'"\\,|=<>!?*@$])+/s;
const comparison = /^(.*?)(==|!=|<=|>=|<|>)(.*)$/s;

/**
 * Reads `.spec.containers[0].image`, `$..name`, `@.items[?(@.a=="b")]`, `['a','b']`, `[1:3]` …
 *
 * Models client-go util/jsonpath/parser.go.
 *
 * @throws JsonPathError
 */
export function parsePath(text: string): readonly PathStep[] {
	const steps: PathStep[] = [];
	let rest = text.replace(/^[$@]/, '');
	while (rest !== '') {
		const [step, length] = readStep(rest, steps.length === 0);
		if (step !== undefined) steps.push(step);
		rest = rest.slice(length);
	}
	return steps;
}

function readStep(rest: string, isFirst: boolean): readonly [PathStep | undefined, number] {
	if (rest.startsWith('..')) {
		return [{ type: 'recursive' }, /^\.\.(?=[[.]|$)/.test(rest) ? 2 : 1];
	}
	if (rest.startsWith('.*')) return [{ type: 'wildcard' }, 2];
	if (rest === '.' || rest.startsWith('.[')) return [undefined, 1];
	if (rest.startsWith('[')) {
		const end = closingBracket(rest);
		return [readBrackets(rest.slice(1, end)), end + 1];
	}
	const dot = rest.startsWith('.') ? 1 : 0;
	const name = fieldName.exec(rest.slice(dot))?.[0];
	if (name === undefined || (dot === 0 && !isFirst)) {
		const code = rest.codePointAt(dot) ?? rest.codePointAt(0)!;
		const shown = String.fromCodePoint(code);
		const hex = code.toString(16).toUpperCase().padStart(4, '0');
		throw new JsonPathError(`unrecognized character in action: U+${hex} '${shown}'`);
	}
	return [{ type: 'field', name: name.replace(/\\(.)/gs, '$1') }, dot + name.length];
}

function closingBracket(text: string): number {
	let depth = 0;
	let quote = '';
	for (let at = 0; at < text.length; at += 1) {
		const char = text[at]!;
		if (quote !== '') {
			if (char === '\\') at += 1;
			else if (char === quote) quote = '';
		} else if (char === '"' || char === "'") {
			quote = char;
		} else if (char === '[') {
			depth += 1;
		} else if (char === ']') {
			depth -= 1;
			if (depth === 0) return at;
		}
	}
	throw new JsonPathError('unterminated array');
}

function readBrackets(text: string): PathStep {
	const filter = /^\?\((.*)\)$/s.exec(text);
	if (filter !== null) return readFilter(filter[1]!);
	if (text.startsWith('?')) throw new JsonPathError('unterminated filter');
	if (text === '*') return { type: 'slice', isIndex: false };
	const quoted = /^'((?:\\.|[^'\\])*)'$/s.exec(text) ?? /^"((?:\\.|[^"\\])*)"$/s.exec(text);
	if (quoted !== null) return { type: 'field', name: quoted[1]!.replace(/\\(.)/gs, '$1') };
	if (text.includes(',')) {
		return { type: 'union', branches: text.split(',').map((part) => [readBrackets(part.trim())]) };
	}
	const slice = /^(-?\d*)(?:(:)(-?\d*))?(?:(:)(-?\d*))?$/.exec(text);
	if (slice === null || text === '') {
		throw new JsonPathError(`invalid array index ${text}`);
	}
	const number = (part: string | undefined): number | undefined =>
		part === undefined || part === '' ? undefined : Number(part);
	return {
		type: 'slice',
		start: number(slice[1]),
		end: number(slice[3]),
		step: number(slice[5]),
		isIndex: slice[2] === undefined
	};
}

function readFilter(text: string): PathStep {
	const match = comparison.exec(text);
	if (match === null) return { type: 'filter', left: readOperand(text), operator: 'exists' };
	return {
		type: 'filter',
		left: readOperand(match[1]!),
		operator: match[2] as '==' | '!=' | '<' | '<=' | '>' | '>=',
		right: readOperand(match[3]!)
	};
}

function readOperand(text: string): Operand {
	const trimmed = text.trim();
	const quoted = /^(["'])(.*)\1$/s.exec(trimmed);
	if (quoted !== null) return { type: 'value', value: quoted[2]!.replace(/\\(.)/gs, '$1') };
	if (/^[-+]?\d+(?:\.\d+)?$/.test(trimmed)) return { type: 'value', value: Number(trimmed) };
	if (trimmed === 'true' || trimmed === 'false') {
		return { type: 'value', value: trimmed === 'true' };
	}
	return { type: 'path', steps: parsePath(trimmed) };
}
