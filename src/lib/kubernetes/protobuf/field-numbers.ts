import { fieldNumbersText } from './field-numbers-text.ts';

/** A field of a message by its number: its name, or the type whose fields stand here as if they were the outer one's. */
export interface NumberedField {
	readonly name: string;
	readonly isInline: boolean;
}

const lines = new Map<string, string>();
const parsed = new Map<string, ReadonlyMap<number, NumberedField>>();

/** The fields of a message such as `core.v1.Pod`; undefined for one that isn't known. */
export function fieldNumbers(type: string): ReadonlyMap<number, NumberedField> | undefined {
	const known = parsed.get(type);
	if (known !== undefined) return known;
	if (lines.size === 0) readLines();
	const line = lines.get(type);
	if (line === undefined) return undefined;
	const fields = new Map<number, NumberedField>();
	let number = 0;
	for (const text of line.split(' ').filter(Boolean)) {
		const [name = '', given] = text.split('=');
		number = given === undefined ? number + 1 : Number(given);
		const isInline = name.startsWith('~');
		fields.set(number, { name: isInline ? name.slice(1) : name, isInline });
	}
	parsed.set(type, fields);
	return fields;
}

function readLines(): void {
	for (const line of fieldNumbersText.trim().split('\n')) {
		const [, name = '', fields = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
		lines.set(name, fields);
	}
}
