import { ShellSyntaxError, type Word } from './syntax.ts';

export type Token =
	| { readonly type: 'word'; readonly word: Word; readonly bare: string | undefined }
	| { readonly type: 'operator'; readonly text: string };

const operators = ['>&2', '2>&1', '&&', '||', ';;', ';', '\n', '|', '&', '(', ')', '>>', '>', '<'];

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
		const operator = operators.find((text) => script.startsWith(text, at));
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
	const parts: { text: string; expands: boolean }[] = [];
	let quoted = false;
	let at = start;
	const add = (text: string, expands: boolean): void => {
		const last = parts.at(-1);
		if (last?.expands === expands) last.text += text;
		else parts.push({ text, expands });
	};
	while (at < script.length) {
		const char = script[at]!;
		if (/\s/.test(char) || operators.some((text) => script.startsWith(text, at))) break;
		if (char === "'") {
			const end = script.indexOf("'", at + 1);
			if (end < 0) throw new ShellSyntaxError('unterminated quoted string');
			add(script.slice(at + 1, end), false);
			quoted = true;
			at = end + 1;
		} else if (char === '"') {
			const end = closingQuote(script, at + 1);
			add(script.slice(at + 1, end).replaceAll(/\\(["\\$`])/g, '$1'), true);
			quoted = true;
			at = end + 1;
		} else if (char === '\\') {
			add(script[at + 1] ?? '', false);
			quoted = true;
			at += 2;
		} else {
			const group = substitutionEnd(script, at);
			const end = group > 0 ? group : at + 1;
			add(script.slice(at, end), true);
			at = end;
		}
	}
	const bare = quoted ? undefined : parts.map(({ text }) => text).join('');
	return { token: { type: 'word', word: { parts }, bare }, end: at };
}

/** Where `$(…)` or `$((…))` at a place ends; 0 when there is none. */
function substitutionEnd(script: string, at: number): number {
	if (!script.startsWith('$(', at)) return 0;
	const close = script.startsWith('$((', at) ? '))' : ')';
	const end = script.indexOf(close, at);
	return end < 0 ? 0 : end + close.length;
}

function closingQuote(script: string, start: number): number {
	for (let at = start; at < script.length; at++) {
		if (script[at] === '\\') at++;
		else if (script[at] === '"') return at;
	}
	throw new ShellSyntaxError('unterminated quoted string');
}
