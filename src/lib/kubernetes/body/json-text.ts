import { NumberLiteral } from './number-literal.ts';

/** A text that is no JSON; the message is Go's. */
export class JsonSyntaxError extends Error {}

/** What a JSON text says. */
export interface JsonText {
	readonly value: unknown;
	/** Fields that are named more than once, e.g. `spec.containers[0].image`, and where they stand again. */
	readonly repeated: readonly { readonly path: string; readonly at: number }[];
	/** Whether a number in it is a {@link NumberLiteral}. */
	readonly hasLiterals: boolean;
	/** Where a field's name stands first; undefined when it isn't there. */
	placeOf(path: string): number | undefined;
}

/** Deeper texts are refused. Models encoding/json maxNestingDepth. */
const deepest = 10_000;

/**
 * Reads a JSON text. Of a field that is named twice the last counts; two objects are one, as when Go reads both into the same
 * struct. Models encoding/json scanner.go, and sigs.k8s.io/json for repeated fields.
 *
 * @throws JsonSyntaxError in Go's words
 */
export function readJson(text: string): JsonText {
	const reader = new JsonReader(text);
	return {
		value: reader.whole(),
		repeated: reader.repeated,
		hasLiterals: reader.hasLiterals,
		placeOf: (path) => reader.places.get(path)
	};
}

const escapes: Readonly<Record<string, string>> = {
	'"': '"',
	'\\': '\\',
	'/': '/',
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t'
};

class JsonReader {
	readonly repeated: { path: string; at: number }[] = [];
	readonly places = new Map<string, number>();
	hasLiterals = false;
	private at = 0;
	private depth = 0;

	constructor(private readonly text: string) {}

	whole(): unknown {
		const value = this.value('');
		this.skipSpace();
		if (this.at < this.text.length) this.refuse('after top-level value');
		return value;
	}

	private value(path: string): unknown {
		this.skipSpace();
		const next = this.text[this.at];
		switch (next) {
			case '{':
				return this.nested(() => this.object(path));
			case '[':
				return this.nested(() => this.list(path));
			case '"':
				return this.string();
			case 't':
				return this.literal('true', true);
			case 'f':
				return this.literal('false', false);
			case 'n':
				return this.literal('null', null);
			default:
				if (next !== undefined && /[-0-9]/.test(next)) return this.number();
				return this.refuse('looking for beginning of value');
		}
	}

	private nested<T>(read: () => T): T {
		if (++this.depth > deepest) throw new JsonSyntaxError('exceeded max depth');
		this.at++;
		const value = read();
		this.depth--;
		return value;
	}

	private object(path: string): Record<string, unknown> {
		const fields: Record<string, unknown> = {};
		this.skipSpace();
		if (this.take('}')) return fields;
		for (;;) {
			this.skipSpace();
			const begin = this.at;
			if (this.text[begin] !== '"') this.refuse('looking for beginning of object key string');
			const name = this.string();
			this.skipSpace();
			if (!this.take(':')) this.refuse('after object key');
			const inner = path === '' ? name : `${path}.${name}`;
			const isAgain = Object.hasOwn(fields, name);
			if (isAgain) this.repeated.push({ path: inner, at: begin });
			else this.places.set(inner, begin);
			const value = this.value(inner);
			set(fields, name, isAgain ? merged(fields[name], value) : value);
			this.skipSpace();
			if (this.take('}')) return fields;
			if (!this.take(',')) this.refuse('after object key:value pair');
		}
	}

	private list(path: string): unknown[] {
		const items: unknown[] = [];
		this.skipSpace();
		if (this.take(']')) return items;
		for (;;) {
			items.push(this.value(`${path}[${items.length}]`));
			this.skipSpace();
			if (this.take(']')) return items;
			if (!this.take(',')) this.refuse('after array element');
		}
	}

	private string(): string {
		let text = '';
		let from = ++this.at;
		for (;;) {
			const next = this.text[this.at];
			if (next === undefined || next < ' ') this.refuse('in string literal');
			if (next !== '"' && next !== '\\') {
				this.at++;
				continue;
			}
			text += this.text.slice(from, this.at++);
			if (next === '"') return text.toWellFormed();
			text += this.escaped();
			from = this.at;
		}
	}

	private escaped(): string {
		const code = this.text[this.at] ?? '';
		if (code === 'u') {
			this.at++;
			const from = this.at;
			while (this.at < from + 4) {
				if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? '')) {
					this.refuse('in \\u hexadecimal character escape');
				}
				this.at++;
			}
			return String.fromCharCode(parseInt(this.text.slice(from, this.at), 16));
		}
		const meant = escapes[code] ?? this.refuse('in string escape code');
		this.at++;
		return meant;
	}

	private number(): number | NumberLiteral {
		const from = this.at;
		this.take('-');
		if (!this.take('0') && !this.digits()) this.refuse('in numeric literal');
		if (this.take('.') && !this.digits()) this.refuse('after decimal point in numeric literal');
		if (this.take('e') || this.take('E')) {
			if (!this.take('+')) this.take('-');
			if (!this.digits()) this.refuse('in exponent of numeric literal');
		}
		const literal = this.text.slice(from, this.at);
		const number = Number(literal);
		if (String(number) === literal) return number;
		this.hasLiterals = true;
		return new NumberLiteral(literal);
	}

	private digits(): boolean {
		const from = this.at;
		while (/[0-9]/.test(this.text[this.at] ?? '')) this.at++;
		return this.at > from;
	}

	private literal<T>(word: string, value: T): T {
		for (const letter of word) {
			if (!this.take(letter)) this.refuse(`in literal ${word} (expecting ${quoted(letter)})`);
		}
		return value;
	}

	private take(letter: string): boolean {
		if (this.text[this.at] !== letter) return false;
		this.at++;
		return true;
	}

	private skipSpace(): void {
		while (' \t\r\n'.includes(this.text[this.at] ?? 'x')) this.at++;
	}

	private refuse(where: string): never {
		const next = this.text.codePointAt(this.at);
		if (next === undefined) throw new JsonSyntaxError('unexpected end of JSON input');
		throw new JsonSyntaxError(`invalid character ${quoted(firstByte(next))} ${where}`);
	}
}

/** Go looks at bytes: of a letter beyond ASCII it sees the first one of UTF-8. */
function firstByte(codePoint: number): string {
	const [byte = 0] = new TextEncoder().encode(String.fromCodePoint(codePoint));
	return String.fromCharCode(byte);
}

/** Models encoding/json quoteChar. */
function quoted(letter: string): string {
	if (letter === "'") return "'\\''";
	if (letter === '"') return "'\"'";
	const code = letter.charCodeAt(0);
	if (code >= 0x20 && code !== 0x7f && (code < 0x80 || code > 0xa0)) {
		return letter === '\\' ? "'\\\\'" : `'${letter}'`;
	}
	const short: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };
	const hex = code.toString(16).padStart(2, '0');
	return `'${short[letter] ?? (code < 0x80 ? `\\x${hex}` : `\\u00${hex}`)}'`;
}

/** A name such as `__proto__` is a field like any other. */
function set(fields: Record<string, unknown>, name: string, value: unknown): void {
	if (name !== '__proto__') fields[name] = value;
	else {
		Object.defineProperty(fields, name, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
	}
}

function merged(before: unknown, now: unknown): unknown {
	if (!isPlain(before) || !isPlain(now)) return now;
	const both = { ...before };
	for (const [name, value] of Object.entries(now)) {
		set(both, name, Object.hasOwn(both, name) ? merged(both[name], value) : value);
	}
	return both;
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		!(value instanceof NumberLiteral)
	);
}
