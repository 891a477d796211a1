import { ShellSyntaxError, type Word, type WordPart } from './syntax.ts';

export type Token =
	| { readonly type: 'word'; readonly word: Word; readonly bare: string | undefined }
	| { readonly type: 'operator'; readonly text: string };

/** Longest first. A digit belongs to a redirection only at the start of a word. */
const operators = ['&&', '||', ';;', '>>', '>&', ';', '\n', '|', '&', '(', ')', '>', '<'];

/** Splits a script into words and operators; `bare` is a word's text when no part of it is quoted. */
export function tokenize(script: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < script.length) {
		const char = script[at]!;
		if (char === ' ' || char === '\t' || char === '\r') {
			at++;
			continue;
		}
		if (script.startsWith('\\\n', at)) {
			at += 2;
			continue;
		}
		if (char === '#') {
			while (at < script.length && script[at] !== '\n') at++;
			continue;
		}
		const redirect = /^[012]?(?:>>|>&|>|<)/.exec(script.slice(at, at + 3));
		const operator = redirect?.[0] ?? operators.find((text) => script.startsWith(text, at));
		if (operator !== undefined) {
			tokens.push({ type: 'operator', text: operator });
			at += operator.length;
			continue;
		}
		const { token, end } = readWord(script, at);
		tokens.push(token);
		at = end;
	}
	return tokens;
}

function readWord(script: string, start: number): { token: Token; end: number } {
	const parts: WordPart[] = [];
	let quoted = false;
	let at = start;
	const add = (text: string, expands: boolean, isQuoted: boolean): void => {
		quoted ||= isQuoted;
		const last = parts.at(-1);
		if (last?.expands === expands && last.quoted === isQuoted) {
			parts[parts.length - 1] = { ...last, text: last.text + text };
		} else parts.push({ text, expands, quoted: isQuoted });
	};
	while (at < script.length) {
		const char = script[at]!;
		if (/\s/.test(char) || operators.some((text) => script.startsWith(text, at))) break;
		if (char === "'") {
			const end = script.indexOf("'", at + 1);
			if (end < 0) throw new ShellSyntaxError('unterminated quoted string');
			add(script.slice(at + 1, end), false, true);
			at = end + 1;
		} else if (char === '"') {
			at = readDoubleQuoted(script, at + 1, add);
		} else if (char === '\\') {
			add(script[at + 1] ?? '', false, true);
			at += 2;
		} else {
			const end = substitutionEnd(script, at) || at + 1;
			add(script.slice(at, end), true, false);
			at = end;
		}
	}
	const bare = quoted ? undefined : parts.map(({ text }) => text).join('');
	return { token: { type: 'word', word: { parts }, bare }, end: at };
}

function readDoubleQuoted(
	script: string,
	start: number,
	add: (text: string, expands: boolean, quoted: boolean) => void
): number {
	add('', true, true);
	let at = start;
	while (at < script.length) {
		if (script[at] === '"') return at + 1;
		if (script[at] === '\\' && /["\\$`]/.test(script[at + 1] ?? '')) {
			add(script[at + 1]!, false, true);
			at += 2;
			continue;
		}
		const end = substitutionEnd(script, at) || at + 1;
		add(script.slice(at, end), true, true);
		at = end;
	}
	throw new ShellSyntaxError('unterminated quoted string');
}

/** Where `$(…)`, `$((…))` or a back-quoted command at a place ends; 0 when there is none. */
export function substitutionEnd(script: string, start: number): number {
	if (script[start] === '`') {
		const end = script.indexOf('`', start + 1);
		if (end < 0) throw new ShellSyntaxError('unterminated quoted string');
		return end + 1;
	}
	if (!script.startsWith('$(', start)) return 0;
	let depth = 0;
	for (let at = start + 1; at < script.length; at++) {
		if (script[at] === '(') depth++;
		if (script[at] === ')' && --depth === 0) return at + 1;
	}
	throw new ShellSyntaxError('unterminated quoted string');
}
