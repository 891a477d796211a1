import { type StructureField, structureType } from '../openapi/structure.ts';
import { fieldNumbers } from './field-numbers.ts';
import { opaqueValue } from './opaque-value.ts';
import { ProtobufError, type WireField, wireFields } from './wire-reader.ts';

type Fields = Record<string, unknown>;

/** Deeper than any object of the API; a message that goes on is none. */
const mostDepth = 64;

const text = new TextDecoder();

/** A message as the JSON object that says the same. Fields that aren't known are dropped, as Go drops them. */
export function decodeMessage(type: string, bytes: Uint8Array, depth = 0): Fields {
	const into: Fields = {};
	readInto(into, type, fieldsOf(type), bytes, depth);
	return into;
}

function fieldsOf(type: string): ReadonlyMap<string, StructureField> {
	return new Map((structureType(type)?.fields ?? []).map((field) => [field.name, field]));
}

function readInto(
	into: Fields,
	type: string,
	fields: ReadonlyMap<string, StructureField>,
	bytes: Uint8Array,
	depth: number
): void {
	if (depth > mostDepth) throw new ProtobufError('proto: too deeply nested');
	const numbers = fieldNumbers(type);
	if (numbers === undefined) throw new ProtobufError(`no kind "${type}" is registered`);
	for (const wire of wireFields(bytes)) {
		const numbered = numbers.get(wire.number);
		if (numbered === undefined) continue;
		if (numbered.isInline) {
			readInto(into, numbered.name, fields, wire.bytes ?? new Uint8Array(), depth + 1);
			continue;
		}
		const field = fields.get(numbered.name);
		if (field !== undefined) readField(into, field, wire, depth);
	}
}

function readField(into: Fields, field: StructureField, wire: WireField, depth: number): void {
	const { name, within } = field;
	if (within[0] === 'list') {
		const list = (into[name] ??= []) as unknown[];
		list.push(valueOf(field.type, wire, depth));
	} else if (within[0] === 'map') {
		const map = (into[name] ??= {}) as Fields;
		const [key, value] = entryOf(field, wire, depth);
		Object.defineProperty(map, key, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
	} else {
		const value = valueOf(field.type, wire, depth);
		if (value !== undefined) into[name] = value;
	}
}

/** An entry of a map: 1 is its key, 2 its value; a list as value is a message with `items` as 1. */
function entryOf(field: StructureField, wire: WireField, depth: number): [string, unknown] {
	let key = '';
	let value: unknown = field.type === 's' ? '' : undefined;
	for (const part of wireFields(wire.bytes ?? new Uint8Array())) {
		if (part.number === 1) key = text.decode(part.bytes);
		else if (part.number === 2 && field.within[1] === 'list') {
			const items = [...wireFields(part.bytes ?? new Uint8Array())];
			value = items.map((item) => valueOf(field.type, item, depth));
		} else if (part.number === 2) value = valueOf(field.type, part, depth);
	}
	return [key, value];
}

function valueOf(type: string, wire: WireField, depth: number): unknown {
	const { value, bytes = new Uint8Array() } = wire;
	switch (type) {
		case 's':
			return text.decode(bytes);
		case 'b':
			return value !== 0n;
		case 'i':
		case 'l':
		case 'd':
			return Number(value ?? 0);
		case 'y':
			return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
		default:
			return structureType(type) === undefined
				? opaqueValue(type, bytes)
				: decodeMessage(type, bytes, depth + 1);
	}
}
