import { NumberLiteral } from '../body/number-literal.ts';
import { formatQuantity, parseQuantity, quantityErrors } from '../quantity.ts';
import { checkTime } from './go-time.ts';
import type { SchemaField } from './schema.ts';

/** A body that doesn't fit its kind; the message is the API server's. */
export class DecodeError extends Error {}

/** What Go's JSON package calls a value in an error. */
export function jsonKind(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'boolean') return 'bool';
	return value instanceof NumberLiteral ? 'number' : typeof value;
}

/** Where a value stands: the type that holds the field, and the path without indexes. */
export interface Place {
	readonly owner: string;
	readonly path: string;
}

/** @throws DecodeError as Go's json.UnmarshalTypeError prints */
export function refuse(value: unknown, goType: string, place: Place, withNumber = false): never {
	const number = withNumber && jsonKind(value) === 'number' ? ` ${String(value)}` : '';
	throw new DecodeError(
		`json: cannot unmarshal ${jsonKind(value)}${number} into Go struct field ${place.owner}.${place.path} of type ${goType}`
	);
}

const integerLimits: Readonly<Record<string, number>> = { i: 2 ** 31, x: 2 ** 31, l: 2 ** 63 };

/**
 * A plain value as the server would hold it: quantities in canonical form.
 *
 * @throws DecodeError when it is of another type
 */
export function decodeScalar(value: unknown, field: SchemaField, place: Place): unknown {
	switch (field.type) {
		case 'o':
			return value;
		case 'q':
			return decodeQuantity(value);
		case 'b':
			return typeof value === 'boolean' ? value : refuse(value, field.goType, place);
		case 'x':
			return typeof value === 'string' ? value : decodeInteger(value, field, place);
		case 'i':
		case 'l':
			return decodeInteger(value, field, place);
		default:
			return decodeText(value, field, place);
	}
}

function decodeInteger(value: unknown, field: SchemaField, place: Place): number {
	const limit = integerLimits[field.type] ?? 0;
	if (typeof value === 'number' && Number.isInteger(value) && value >= -limit && value < limit) {
		return value;
	}
	if (value instanceof NumberLiteral && /^-?\d+$/.test(value.text)) {
		const number = BigInt(value.text);
		if (number >= BigInt(-limit) && number < BigInt(limit)) return Number(number);
	}
	return refuse(value, field.goType, place, true);
}

function decodeText(value: unknown, field: SchemaField, place: Place): string {
	if (typeof value !== 'string') {
		if (field.type === 't' || field.type === 'T') {
			throw new DecodeError(
				`json: cannot unmarshal ${jsonKind(value)} into Go value of type string`
			);
		}
		return refuse(value, field.goType, place);
	}
	if (field.type === 'y') checkBase64(value);
	if (field.type === 't' || field.type === 'T') {
		const wrong = checkTime(value, field.type === 'T');
		if (wrong !== undefined) throw new DecodeError(wrong);
	}
	return value;
}

/** Models Quantity.UnmarshalJSON: a number is read as its text. */
function decodeQuantity(value: unknown): string {
	if (typeof value !== 'string' && jsonKind(value) !== 'number') {
		throw new DecodeError(quantityErrors.format);
	}
	try {
		return formatQuantity(parseQuantity(String(value).trim()));
	} catch (error) {
		throw new DecodeError(error instanceof Error ? error.message : String(error));
	}
}

/** Models Go's encoding/base64 CorruptInputError. */
function checkBase64(text: string): void {
	const bare = text.replaceAll(/[\r\n]/g, '');
	const good =
		/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?/.exec(bare)?.[0] ?? '';
	if (good.length === bare.length) return;
	const wrong = /[^A-Za-z0-9+/]/.exec(bare.slice(good.length));
	const at = wrong ? good.length + wrong.index : bare.length - ((bare.length - good.length) % 4);
	throw new DecodeError(`illegal base64 data at input byte ${at}`);
}
