import { CelError } from './expression.ts';

export interface Token {
	readonly type: 'number' | 'text' | 'name' | 'sign' | 'end';
	readonly text: string;
	/** What a number or a text means. */
	readonly value?: unknown;
}

const pattern =
	/\s+|\/\/[^\n]*|(?<number>0[xX][0-9a-fA-F]+[uU]?|(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?[uU]?)|(?<raw>[rR](?:'''[\s\S]*?'''|"""[\s\S]*?"""|'[^'\n]*'|"[^"\n]*"))|(?<text>'''(?:\\[\s\S]|[^\\])*?'''|"""(?:\\[\s\S]|[^\\])*?"""|'(?:\\.|[^\\'\n])*'|"(?:\\.|[^\\"\n])*")|(?<name>[_a-zA-Z]\w*)|(?<sign>&&|\|\||[<>=!]=|[-+*/%<>!?:.,()[\]{}])/gy;

/** Splits an expression. Throws CelError for what is no part of one. */
export function tokensOf(text: string): readonly Token[] {
	const tokens: Token[] = [];
	pattern.lastIndex = 0;
	while (pattern.lastIndex < text.length) {
		const at = pattern.lastIndex;
		const match = pattern.exec(text);
		if (match === null)
			throw new CelError(`Syntax error: token recognition error at: '${text[at]}'`);
		const { number, raw, text: quoted, name, sign } = match.groups ?? {};
		if (number !== undefined) {
			tokens.push({ type: 'number', text: number, value: Number(number.replace(/u$/i, '')) });
		} else if (raw !== undefined) {
			tokens.push({ type: 'text', text: raw, value: unquoted(raw.slice(1)) });
		} else if (quoted !== undefined) {
			tokens.push({ type: 'text', text: quoted, value: unescaped(unquoted(quoted)) });
		} else if (name !== undefined) tokens.push({ type: 'name', text: name });
		else if (sign !== undefined) tokens.push({ type: 'sign', text: sign });
	}
	return [...tokens, { type: 'end', text: '<EOF>' }];
}

function unquoted(text: string): string {
	const length = /^('''|""")/.test(text) ? 3 : 1;
	return text.slice(length, -length);
}

const escapes: Readonly<Record<string, string>> = {
	a: '\x07',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v'
};

function unescaped(text: string): string {
	return text.replace(
		/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]))/g,
		(_all, hex?: string, short?: string, long?: string, octal?: string, letter?: string) => {
			const code = hex ?? short ?? long;
			if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
			if (octal !== undefined) return String.fromCodePoint(parseInt(octal, 8));
			return escapes[letter ?? ''] ?? letter ?? '';
		}
	);
}
