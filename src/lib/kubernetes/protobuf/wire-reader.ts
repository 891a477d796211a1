/** Bytes that are no protobuf message. */
export class ProtobufError extends Error {}

/** A field as it stands on the wire: its number, and a number or bytes. */
export interface WireField {
	readonly number: number;
	/** Of a varint, or of 8 or 4 fixed bytes as a double or float. */
	readonly value: bigint | number | undefined;
	/** Of what has a length: a string, bytes, a message. */
	readonly bytes: Uint8Array | undefined;
}

/** Reads the fields of a message one after another. See protobuf.dev, "Encoding". */
export function* wireFields(bytes: Uint8Array): Generator<WireField> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const varint = (): bigint => {
		let value = 0n;
		for (let shift = 0n; shift < 70n; shift += 7n) {
			const byte = bytes[at++];
			if (byte === undefined) throw new ProtobufError('unexpected EOF');
			value |= BigInt(byte & 0x7f) << shift;
			if (byte < 0x80) return value;
		}
		throw new ProtobufError('proto: integer overflow');
	};
	const take = (length: number): number => {
		if (length > bytes.length - at) throw new ProtobufError('unexpected EOF');
		at += length;
		return at - length;
	};
	while (at < bytes.length) {
		const tag = Number(varint());
		const number = Math.floor(tag / 8);
		if (number <= 0) throw new ProtobufError(`proto: illegal tag ${number} (wire type ${tag % 8})`);
		switch (tag % 8) {
			case 0:
				yield { number, value: BigInt.asIntN(64, varint()), bytes: undefined };
				break;
			case 1:
				yield { number, value: view.getFloat64(take(8), true), bytes: undefined };
				break;
			case 2: {
				const length = Number(varint());
				const start = take(length);
				yield { number, value: undefined, bytes: bytes.subarray(start, start + length) };
				break;
			}
			case 5:
				yield { number, value: view.getFloat32(take(4), true), bytes: undefined };
				break;
			default:
				throw new ProtobufError(`proto: wiretype ${tag % 8} is not understood`);
		}
	}
}
