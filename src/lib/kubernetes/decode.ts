import { KnownItems } from './known-items.ts';
import type { KubeObject } from './object.ts';
import { decodeScalar, jsonKind, type Place, refuse } from './schema/scalar.ts';
import { type SchemaField, type SchemaType, schemaType } from './schema/schema.ts';

export { DecodeError } from './schema/scalar.ts';

export interface Decoded {
	/** Only known fields, empty ones left out, quantities in canonical form: as the server holds it. */
	readonly object: KubeObject;
	/** Paths that the kind doesn't have, e.g. `spec.containers[0].port`, in order of the text. */
	readonly unknownFields: readonly string[];
}

type Plain = Record<string, unknown>;

/** Whether objects of this kind can be decoded. */
export function hasSchema(kind: string): boolean {
	return schemaType(kind) !== undefined;
}

/**
 * Reads a parsed body as an object of a kind, as Go's JSON decoder reads it into the kind's struct.
 *
 * Models apimachinery pkg/runtime/serializer/json/json.go Decode.
 *
 * @param known an object of the kind that was read before: what the body shares with it needs no second look
 * @throws DecodeError when a field is of another type, with the API server's text
 * @throws Error when the kind has no schema; ask {@link hasSchema} first
 */
export function decodeObject(
	kind: string,
	apiVersion: string,
	body: unknown,
	known?: KubeObject
): Decoded {
	const type = schemaType(kind);
	if (type === undefined) throw new Error(`no schema of ${kind}`);
	const unknownFields: string[] = [];
	const { apiVersion: _version, kind: _kind, ...rest } = body as Plain;
	const decoder = new Decoder(unknownFields);
	const fields = decoder.struct(rest, kind, type, '', '', known);
	return { object: { kind, apiVersion, ...fields } as unknown as KubeObject, unknownFields };
}

/** Pod specs that were read before: every Pod of a ReplicaSet is made of the same one. */
const knownSpecs = new WeakSet<object>();

class Decoder {
	constructor(private readonly unknownFields: string[]) {}

	/**
	 * The same object when it is read as it stands: what a client sends again and again is then recognised.
	 *
	 * @param path with indexes, for unknown fields
	 * @param goPath without, for Go's errors
	 * @param known what stood there before; nothing is ever changed, so what is the same object was read already
	 */
	struct(
		value: Plain,
		owner: string,
		type: SchemaType,
		path: string,
		goPath: string,
		known?: Plain
	): Plain {
		let result: Plain | undefined;
		for (const name in value) {
			const inner = value[name];
			const read = this.named(name, inner, owner, type, path, goPath, known?.[name]);
			if (result === undefined) {
				if (read === inner && read !== undefined) continue;
				result = fieldsBefore(value, name);
			}
			if (read !== undefined) result[name] = read;
		}
		for (const [name, field] of type.always) {
			if ((result ?? value)[name] !== undefined) continue;
			result ??= { ...value };
			result[name] = zeroOf(field);
		}
		return result ?? value;
	}

	private named(
		name: string,
		value: unknown,
		owner: string,
		type: SchemaType,
		path: string,
		goPath: string,
		known: unknown
	): unknown {
		if (known !== undefined && value === known) return value;
		const field = type.get(name);
		if (field === undefined) {
			this.unknownFields.push(`unknown field "${path}${name}"`);
			return undefined;
		}
		if (value === null || value === undefined) return undefined;
		const place = { owner, path: `${goPath}${name}` };
		if (field.shape === 'list') return this.list(value, field, `${path}${name}`, place, known);
		if (field.shape === 'map') return this.map(value, field, `${path}${name}`, place);
		const read = this.one(value, field, `${path}${name}`, place, known);
		return field.pointer || !isZero(read) ? read : undefined;
	}

	private one(
		value: unknown,
		field: SchemaField,
		path: string,
		place: Place,
		known?: unknown
	): unknown {
		const type = schemaType(field.type);
		if (type === undefined) return decodeScalar(value, field, place);
		if (jsonKind(value) !== 'object') return refuse(value, field.goType, place);
		const isSpec = field.type === 'PodSpec';
		if (isSpec && knownSpecs.has(value as object)) return value;
		const unknown = this.unknownFields.length;
		const result = this.struct(
			value as Plain,
			field.type,
			type,
			`${path}.`,
			`${place.path}.`,
			known as Plain | undefined
		);
		if (isSpec && this.unknownFields.length === unknown) knownSpecs.add(result);
		return result;
	}

	private list(
		value: unknown,
		field: SchemaField,
		path: string,
		place: Place,
		known: unknown
	): unknown {
		if (!Array.isArray(value)) return refuse(value, `[]${field.goType}`, place);
		const list: readonly unknown[] = value;
		const before = new KnownItems(Array.isArray(known) ? known : []);
		let items: unknown[] | undefined;
		for (let index = 0; index < list.length; index++) {
			const item = list[index];
			const read = before.has(item)
				? item
				: item === null
					? zeroOf(field, true)
					: this.one(item, field, `${path}[${index}]`, place, before.list[index]);
			if (items === undefined && read !== item) items = list.slice(0, index);
			items?.push(read);
		}
		return list.length > 0 ? (items ?? list) : undefined;
	}

	private map(value: unknown, field: SchemaField, path: string, place: Place): unknown {
		if (jsonKind(value) !== 'object') {
			const goType = field.type === 'q' ? 'v1.ResourceList' : `map[string]${field.goType}`;
			return refuse(value, goType, place);
		}
		const items = value as Plain;
		let result: Plain | undefined;
		let isEmpty = true;
		for (const key in items) {
			isEmpty = false;
			const item = items[key];
			const read =
				item === null ? zeroOf(field, true) : this.one(item, field, `${path}.${key}`, place);
			if (result === undefined && read !== item) result = fieldsBefore(items, key);
			if (result !== undefined) result[key] = read;
		}
		return isEmpty ? undefined : (result ?? value);
	}
}

/** The fields that stand before the one of that name. */
function fieldsBefore(value: Plain, name: string): Plain {
	const fields: Plain = {};
	for (const each in value) {
		if (each === name) break;
		fields[each] = value[each];
	}
	return fields;
}

function isZero(value: unknown): boolean {
	return value === '' || value === 0 || value === false;
}

/** What Go writes for a value, of a field or in a list, that was never set. */
function zeroOf(field: SchemaField, inList = false): unknown {
	if (!inList && field.shape !== 'one') return null;
	const type = schemaType(field.type);
	if (type !== undefined) return new Decoder([]).struct({}, field.type, type, '', '');
	switch (field.type) {
		case 's':
		case 'y':
			return '';
		case 'b':
			return false;
		case 'i':
		case 'l':
			return 0;
		case 'q':
			return '0';
		case 'x':
			return 0;
		default:
			return null;
	}
}
