import { arithmetic } from './arithmetic.ts';
import { parseScript } from './parse.ts';
import type { Shell } from './run.ts';
import type { Word } from './syntax.ts';
import { substitutionEnd } from './tokens.ts';
import type { Pause } from './world.ts';

type Expanding<T> = Generator<Pause, T, void>;

/** The fields that words become: what is not quoted is split where it has spaces, and is gone where it is empty. */
export function* expandWords(shell: Shell, words: readonly Word[]): Expanding<string[]> {
	const fields: string[] = [];
	for (const { parts } of words) {
		let current: string | undefined;
		for (const { text, expands, quoted } of parts) {
			const value = expands ? yield* substitute(shell, text) : text;
			if (quoted || !expands || value === text) {
				current = (current ?? '') + value;
				continue;
			}
			const [first = '', ...rest] = value.split(/\s+/);
			if (first !== '') current = (current ?? '') + first;
			for (const piece of rest) {
				if (current !== undefined) fields.push(current);
				current = piece === '' ? undefined : piece;
			}
		}
		if (current !== undefined && (current !== '' || parts.some(({ quoted }) => quoted))) {
			fields.push(current);
		}
	}
	return fields;
}

/** One word as one text. */
export function* expandWord(shell: Shell, { parts }: Word): Expanding<string> {
	let all = '';
	for (const { text, expands } of parts) all += expands ? yield* substitute(shell, text) : text;
	return all;
}

const variable = /^\$(?:\{(\w+|[?#@*$!])(?::?([-=+])([^}]*))?\}|([A-Za-z_]\w*|[?#@*$!]|\d))/;

function* substitute(shell: Shell, text: string): Expanding<string> {
	let all = '';
	let at = 0;
	while (at < text.length) {
		const end = substitutionEnd(text, at);
		if (end > 0) {
			all += yield* substitution(shell, text.slice(at, end));
			at = end;
			continue;
		}
		const match = text[at] === '$' ? variable.exec(text.slice(at)) : null;
		if (match === null) {
			all += text[at++];
			continue;
		}
		const [whole, braced, operator, other = '', plain] = match;
		const value = valueOf(shell, braced ?? plain!);
		if (operator === '-' || operator === '=') all += value === '' ? other : value;
		else if (operator === '+') all += value === '' ? '' : other;
		else all += value;
		at += whole.length;
	}
	return all;
}

function* substitution(shell: Shell, text: string): Expanding<string> {
	if (text.startsWith('$((')) {
		return String(arithmetic(text.slice(3, -2), (name) => valueOf(shell, name)));
	}
	const script = text.startsWith('`') ? text.slice(1, -1) : text.slice(2, -1);
	let output = '';
	const child = shell.child();
	shell.status = yield* child.toExit(parseScript(script), {
		input: { text: '' },
		out: (more) => shell.keep((output += more)),
		err: (more) => shell.world.complain(more)
	});
	return output.replace(/\n+$/, '');
}

function valueOf({ variables, args, status, world }: Shell, name: string): string {
	if (/^\d$/.test(name)) return args[Number(name)] ?? '';
	switch (name) {
		case '?':
			return String(status);
		case '#':
			return String(args.length - 1);
		case '@':
		case '*':
			return args.slice(1).join(' ');
		case '$':
		case '!':
			return '1';
		case 'HOSTNAME':
			return world.hostname;
		default:
			return variables.get(name) ?? '';
	}
}
