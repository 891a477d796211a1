const initial = [
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
];

/** Round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const rounds = primes(64).map((prime) => Math.floor((Math.cbrt(prime) % 1) * 2 ** 32) >>> 0);

function primes(count: number): readonly number[] {
	const found: number[] = [];
	for (let n = 2; found.length < count; n += 1) {
		if (found.every((prime) => n % prime !== 0)) found.push(n);
	}
	return found;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. Synchronous, unlike the browser's own. FIPS 180-4. */
export function sha256(text: string): string {
	const bytes = new TextEncoder().encode(text);
	const blocks = Math.ceil((bytes.length + 9) / 64);
	const data = new DataView(new ArrayBuffer(blocks * 64));
	bytes.forEach((byte, at) => data.setUint8(at, byte));
	data.setUint8(bytes.length, 0x80);
	data.setUint32(blocks * 64 - 8, Math.floor(bytes.length / 2 ** 29));
	data.setUint32(blocks * 64 - 4, (bytes.length * 8) >>> 0);
	let state = initial;
	for (let block = 0; block < blocks; block += 1) state = compress(state, data, block * 64);
	return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function rotate(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function compress(state: readonly number[], data: DataView, offset: number): number[] {
	const words: number[] = [];
	for (let at = 0; at < 64; at += 1) {
		if (at < 16) {
			words.push(data.getUint32(offset + at * 4));
			continue;
		}
		const [w15, w2] = [words[at - 15]!, words[at - 2]!];
		const small = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
		const large = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
		words.push((words[at - 16]! + small + words[at - 7]! + large) | 0);
	}
	let [a, b, c, d, e, f, g, h] = state as [
		number,
		number,
		number,
		number,
		number,
		number,
		number,
		number
	];
	for (let at = 0; at < 64; at += 1) {
		const choice = (e & f) ^ (~e & g);
		const majority = (a & b) ^ (a & c) ^ (b & c);
		const first =
			(h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + rounds[at]! + words[at]!) | 0;
		const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
	}
	return [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]!) | 0);
}
