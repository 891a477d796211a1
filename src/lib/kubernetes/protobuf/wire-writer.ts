/** A field that has a length: its number, and its bytes. */
export type Part = readonly [number: number, bytes: Uint8Array];

const encoder = new TextEncoder();

export function string(number: number, text: string): Part {
	return [number, encoder.encode(text)];
}

export function repeated(number: number, all: readonly Uint8Array[]): readonly Part[] {
	return all.map((bytes) => [number, bytes]);
}

/** A message of fields that have a length, in the order in which they are given. */
export function message(...parts: readonly Part[]): Uint8Array {
	const pieces = parts.flatMap(([number, bytes]) => [
		varint(number * 8 + 2),
		varint(bytes.length),
		bytes
	]);
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

function varint(value: number): Uint8Array {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
	return Uint8Array.from([...bytes, rest]);
}
