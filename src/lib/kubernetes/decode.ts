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
	const rest: Plain = { ...(body as Plain) };
	delete rest['apiVersion'];
	delete rest['kind'];
	const decoder = new Decoder(unknownFields);
	const fields = decoder.struct(rest, kind, type, '', '', known);
	return { object: { kind, apiVersion, ...fields } as unknown as KubeObject, unknownFields };
}

/** Pod specs that were read before: every Pod of a ReplicaSet is made of the same one. */
const knownSpecs = new WeakSet<object>();

class Decoder {
	constructor(private readonly unknownFields: string[]) {}

	/**
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
		const result: Plain = {};
		for (const name in value) {
			const inner = value[name];
			const before = known?.[name];
			if (before !== undefined && inner === before) {
				result[name] = inner;
				continue;
			}
			const field = type.get(name);
			if (field === undefined) {
				this.unknownFields.push(`unknown field "${path}${name}"`);
				continue;
			}
			const read = this.field(
				inner,
				field,
				`${path}${name}`,
				{ owner, path: `${goPath}${name}` },
				before
			);
			if (read !== undefined) result[name] = read;
		}
		for (const [name, field] of type) {
			if (field.always && field.shape === 'one' && result[name] === undefined) {
				result[name] = zeroOf(field);
			}
		}
		return result;
	}

	private field(
		value: unknown,
		field: SchemaField,
		path: string,
		place: Place,
		known: unknown
	): unknown {
		if (value === null || value === undefined) return undefined;
		if (field.shape === 'list') return this.list(value, field, path, place, known);
		if (field.shape === 'map') return this.map(value, field, path, place);
		const read = this.one(value, field, path, place, known);
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
		const before = Array.isArray(known) ? known : [];
		const items = value.map((item: unknown, index) => {
			if (item === null) return zeroOf(field);
			if (typeof item === 'object' && before.includes(item)) return item;
			return this.one(item, field, `${path}[${index}]`, place, before[index]);
		});
		return items.length > 0 ? items : undefined;
	}

	private map(value: unknown, field: SchemaField, path: string, place: Place): unknown {
		if (jsonKind(value) !== 'object') {
			const goType = field.type === 'q' ? 'v1.ResourceList' : `map[string]${field.goType}`;
			return refuse(value, goType, place);
		}
		const entries = Object.entries(value as Plain).map(([key, item]) => [
			key,
			item === null ? zeroOf(field) : this.one(item, field, `${path}.${key}`, place)
		]);
		return entries.length > 0 ? Object.fromEntries(entries) : undefined;
	}
}

function isZero(value: unknown): boolean {
	return value === '' || value === 0 || value === false;
}

/** What Go writes for a value, of a field or in a list, that was never set. */
function zeroOf(field: SchemaField): unknown {
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
