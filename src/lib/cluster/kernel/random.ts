/**
 * Seeded random numbers (sfc32). Every component draws from a stream of its own, named by what it is for, so that one more
 * draw in the kubelet doesn't change what the scheduler picks.
 */
export class Random {
	private a: number;
	private b: number;
	private c: number;
	private d = 1;

	constructor(
		private readonly seed: number,
		stream = ''
	) {
		let hash = 0x811c9dc5 ^ seed;
		for (let i = 0; i < stream.length; i++) {
			hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193);
		}
		this.a = seed | 0;
		this.b = hash | 0;
		this.c = (hash >>> 16) ^ 0x9e3779b9;
		for (let i = 0; i < 12; i++) this.nextUint32();
	}

	/** The stream of that name; the same name gives the same numbers. */
	stream(name: string): Random {
		return new Random(this.seed, name);
	}

	nextUint32(): number {
		const sum = (((this.a + this.b) | 0) + this.d) | 0;
		this.d = (this.d + 1) | 0;
		this.a = this.b ^ (this.b >>> 9);
		this.b = (this.c + (this.c << 3)) | 0;
		this.c = (this.c << 21) | (this.c >>> 11);
		this.c = (this.c + sum) | 0;
		return sum >>> 0;
	}

	/** At least 0, less than 1. */
	next(): number {
		return this.nextUint32() / 4294967296;
	}

	/** A whole number from 0 to `below` − 1. */
	int(below: number): number {
		return Math.floor(this.next() * below);
	}

	between(low: number, high: number): number {
		return low + this.next() * (high - low);
	}

	/** A version-4 UUID. */
	uuid(): string {
		let hex = '';
		for (let i = 0; i < 4; i++) hex += this.nextUint32().toString(16).padStart(8, '0');
		const variant = '89ab'[parseInt(hex[16]!, 16) & 3]!;
		return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
	}

	hex(length: number): string {
		let hex = '';
		while (hex.length < length) hex += this.nextUint32().toString(16).padStart(8, '0');
		return hex.slice(0, length);
	}
}
