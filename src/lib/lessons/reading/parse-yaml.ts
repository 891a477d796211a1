import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Place, Problems } from './problem.ts';
import type { Field, Value } from './value.ts';

/** Longer texts are not read, in characters: no lesson is. */
const maxLength = 200_000;

/** Nothing in a lesson is nested deeper than this. */
const maxDepth = 30;

/** What a reader sees of a text must be what it says: nothing invisible, nothing that turns the direction of writing. */
const hidden =
	/[^\t\n\r\x20-\x7e\u0085\u00a0-\ud7ff\ud800-\udfff\ue000-\ufffc]|[\u202a-\u202e\u2066-\u2069]/;

/** Reads one YAML document into values with their places; undefined when it can't be read, which is a problem. */
export function parseYaml(file: string, text: string, problems: Problems): Value | undefined {
	const start: Place = { file, line: 1, column: 1 };
	if (text.length > maxLength) {
		problems.add(start, 'tooLong', { length: text.length, most: maxLength });
		return undefined;
	}
	const lines = new LineCounter();
	const placeOf = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { file, line, column: col };
	};
	let document: Document;
	try {
		document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	} catch {
		// Nested so deeply that the parser ran out of stack.
		problems.add(start, 'tooDeep');
		return undefined;
	}
	const unseen = hidden.exec(text);
	if (unseen) problems.add(placeOf(unseen.index), 'hiddenCharacter');
	for (const error of document.errors) {
		problems.add(placeOf(error.pos[0]), 'notYaml', { problem: firstLine(error.message) });
	}
	if (unseen || document.errors.length > 0) return undefined;
	return new Converter(text, placeOf, problems).convert(document.contents, start, 0);
}

function firstLine(message: string): string {
	return message.split('\n')[0]!;
}

/** Makes values of the parser's nodes. */
class Converter {
	readonly #text: string;
	readonly #placeOf: (offset: number) => Place;
	readonly #problems: Problems;

	constructor(text: string, placeOf: (offset: number) => Place, problems: Problems) {
		this.#text = text;
		this.#placeOf = placeOf;
		this.#problems = problems;
	}

	/** @param near where something stands that has no place of its own */
	convert(node: unknown, near: Place, depth: number): Value | undefined {
		if (depth > maxDepth) return this.#refuse(near, 'tooDeep');
		if (node === null || node === undefined) return { type: 'scalar', value: null, place: near };
		if (isAlias(node)) return this.#refuse(this.#place(node, near), 'alias');
		if (isScalar(node)) return this.#scalar(node, near);
		if (isSeq(node)) {
			const place = this.#place(node, near);
			const items = node.items.map((item) => this.convert(item, place, depth + 1));
			return items.every((item) => item !== undefined) ? { type: 'list', items, place } : undefined;
		}
		if (!isMap(node)) return this.#refuse(near, 'notText');
		const place = this.#place(node, near);
		const fields = node.items.map((pair) => this.#field(pair, place, depth));
		return fields.every((field) => field !== undefined)
			? { type: 'fields', fields, place }
			: undefined;
	}

	#field(pair: { key: unknown; value: unknown }, near: Place, depth: number): Field | undefined {
		const { key } = pair;
		if (!isScalar(key)) return this.#refuse(this.#place(key, near), 'notText');
		const place = this.#place(key, near);
		const value = this.convert(pair.value, place, depth + 1);
		return value && { name: String(key.value), place, value };
	}

	#scalar(
		node: { value: unknown; type?: string; range?: readonly number[] | null },
		near: Place
	): Value | undefined {
		const place = this.#place(node, near);
		const { value } = node;
		const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
		if (!isPlain) return this.#refuse(place, 'notText');
		const scalar = {
			type: 'scalar',
			value: value as string | number | boolean | null,
			place
		} as const;
		if (node.type !== 'BLOCK_LITERAL') return scalar;
		const after = this.#text.indexOf('\n', node.range?.[0] ?? 0) + 1;
		const indent = /^\s*/.exec(this.#text.slice(after).replace(/^(\s*\n)+/, ''))![0].length;
		return { ...scalar, blockPlace: { ...place, line: place.line + 1, column: indent + 1 } };
	}

	#place(node: unknown, near: Place): Place {
		const offset = (node as { range?: readonly number[] | null } | null)?.range?.[0];
		return offset === undefined ? near : this.#placeOf(offset);
	}

	#refuse(place: Place, key: 'tooDeep' | 'alias' | 'notText'): undefined {
		this.#problems.add(place, key);
		return undefined;
	}
}
