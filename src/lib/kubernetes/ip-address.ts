/** An address as bytes: 4 or 16. */
export interface IpAddress {
	readonly family: 'IPv4' | 'IPv6';
	readonly bytes: readonly number[];
}

/**
 * Reads an address; zeros may lead the numbers of an IPv4 address. Models k8s.io/utils/net ParseIPSloppy.
 *
 * @returns undefined when it is none
 */
export function parseIp(text: string): IpAddress | undefined {
	const bytes = text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text);
	return bytes && { family: bytes.length === 4 ? 'IPv4' : 'IPv6', bytes };
}

/** The number that an IPv4 address is. */
export function ipv4Number({ bytes }: IpAddress): number {
	return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** The IPv4 address that a number is, e.g. `10.96.0.1`. */
export function ipv4Text(value: number): string {
	return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** Whether it is an address with the length of a network, e.g. `10.0.0.0/8`. Models ParseCIDRSloppy. */
export function isCidr(text: string): boolean {
	const [address = '', length = '', ...rest] = text.split('/');
	const ip = parseIp(address);
	if (ip === undefined || rest.length > 0 || !/^\d{1,3}$/.test(length)) return false;
	return Number(length) <= ip.bytes.length * 8;
}

function ipv4Bytes(text: string): number[] | undefined {
	const parts = text.split('.');
	const right = parts.length === 4 && parts.every((part) => /^\d+$/.test(part) && +part < 256);
	return right ? parts.map(Number) : undefined;
}

function ipv6Bytes(text: string): number[] | undefined {
	const [head = '', tail, ...more] = text.split('::');
	if (more.length > 0) return undefined;
	const left = groups(head);
	const right = tail === undefined ? [] : groups(tail);
	if (left === undefined || right === undefined) return undefined;
	const missing = 16 - left.length - right.length;
	if (tail === undefined ? missing !== 0 : missing < 2) return undefined;
	return [...left, ...Array.from({ length: missing }, () => 0), ...right];
}

function groups(text: string): number[] | undefined {
	if (text === '') return [];
	const bytes: number[] = [];
	const parts = text.split(':');
	for (const [index, part] of parts.entries()) {
		const embedded = index === parts.length - 1 ? ipv4Bytes(part) : undefined;
		if (embedded) bytes.push(...embedded);
		else if (/^[\da-fA-F]{1,4}$/.test(part)) {
			const value = parseInt(part, 16);
			bytes.push(value >> 8, value & 255);
		} else return undefined;
	}
	return bytes;
}
