import { typeOfKind } from '../openapi/schema-name.ts';
import { decodeMessage } from './decode-message.ts';
import { fieldNumbers } from './field-numbers.ts';
import { ProtobufError, wireFields } from './wire-reader.ts';

const magic = [0x6b, 0x38, 0x73, 0x00];
const text = new TextDecoder();

/**
 * Reads an object that was sent as `application/vnd.kubernetes.protobuf`: four bytes of magic, then a `runtime.Unknown` that says
 * what it is and holds the message.
 *
 * Models apimachinery/pkg/runtime/serializer/protobuf/protobuf.go Serializer.Decode.
 *
 * @returns the object as it would be sent as JSON
 * @throws ProtobufError
 */
export function decodeProtobufObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
	if (!magic.every((byte, at) => bytes[at] === byte)) {
		throw new ProtobufError(
			'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]'
		);
	}
	let apiVersion = '';
	let kind = '';
	let raw = new Uint8Array();
	for (const { number, bytes: part = new Uint8Array() } of wireFields(bytes.subarray(4))) {
		if (number === 2) raw = new Uint8Array(part);
		if (number !== 1) continue;
		for (const field of wireFields(part)) {
			if (field.number === 1) apiVersion = text.decode(field.bytes);
			if (field.number === 2) kind = text.decode(field.bytes);
		}
	}
	return { kind, apiVersion, ...decodeMessage(messageOf(apiVersion, kind), raw) };
}

/** Options and the like are the same in every group. */
function messageOf(apiVersion: string, kind: string): string {
	const own = typeOfKind(apiVersion, kind);
	return fieldNumbers(own) === undefined ? `apis.meta.v1.${kind}` : own;
}
