import { parseIp } from '../../ip-address.ts';

/** A range of addresses: the bits of the first one, and how many of them are fixed. */
export interface Cidr {
	readonly bits: string;
	readonly length: number;
}

/** Reads `10.0.0.0/8` or `2001:db8::/64`; undefined when it is none. */
export function parseCidr(text: string): Cidr | undefined {
	const [address = '', length = '', ...more] = text.split('/');
	const ip = parseIp(address);
	if (ip === undefined || more.length > 0 || !/^\d+$/.test(length)) return undefined;
	const bits = [...ip.bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return Number(length) > bits.length ? undefined : { bits, length: Number(length) };
}

/** Whether a range lies within another and is smaller. */
export function cidrContains(outer: Cidr, inner: Cidr): boolean {
	return (
		outer.bits.length === inner.bits.length &&
		outer.length < inner.length &&
		inner.bits.startsWith(outer.bits.slice(0, outer.length))
	);
}
