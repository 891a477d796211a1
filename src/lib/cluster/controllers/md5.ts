const shifts = [
	[7, 12, 17, 22],
	[5, 9, 14, 20],
	[4, 11, 16, 23],
	[6, 10, 15, 21]
] as const;
const sines = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

/** MD5 of a text's UTF-8 bytes, in hexadecimal (RFC 1321). Some orders upstream are those of such sums. */
export function md5(text: string): string {
	const words = padded(new TextEncoder().encode(text));
	let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
	for (let at = 0; at < words.length; at += 16) state = mix(state, words.subarray(at, at + 16));
	return state.map(littleEndianHex).join('');
}

type State = readonly [number, number, number, number];

function padded(bytes: Uint8Array): Uint32Array {
	const length = Math.ceil((bytes.length + 9) / 64) * 64;
	const view = new DataView(new ArrayBuffer(length));
	bytes.forEach((byte, index) => view.setUint8(index, byte));
	view.setUint8(bytes.length, 0x80);
	view.setUint32(length - 8, bytes.length * 8, true);
	return Uint32Array.from({ length: length / 4 }, (_, index) => view.getUint32(index * 4, true));
}

function mix(state: State, block: Uint32Array): State {
	let [a, b, c, d] = state;
	for (let i = 0; i < 64; i++) {
		const round = i >> 4;
		const [value, word] = step(round, i, b, c, d);
		const sum = (a + value + sines[i]! + block[word]!) | 0;
		const shift = shifts[round]![i & 3]!;
		[a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
	}
	return [(a + state[0]) | 0, (b + state[1]) | 0, (c + state[2]) | 0, (d + state[3]) | 0];
}

function step(round: number, i: number, b: number, c: number, d: number): [number, number] {
	if (round === 0) return [(b & c) | (~b & d), i];
	if (round === 1) return [(d & b) | (~d & c), (5 * i + 1) & 15];
	if (round === 2) return [b ^ c ^ d, (3 * i + 5) & 15];
	return [c ^ (b | ~d), (7 * i) & 15];
}

function littleEndianHex(word: number): string {
	return [0, 8, 16, 24]
		.map((shift) => ((word >>> shift) & 255).toString(16).padStart(2, '0'))
		.join('');
}
