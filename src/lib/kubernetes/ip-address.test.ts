import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ipv4Number, ipv4Text, isCidr, parseIp } from './ip-address.ts';

it.each([
	'10.96.0.1',
	'010.096.000.001',
	'::',
	'::1',
	'fd00::1',
	'1:2:3:4:5:6:7:8',
	'::ffff:1.2.3.4'
])('%s is an address', (text) => {
	expect(parseIp(text)?.family).toBe(text.includes(':') ? 'IPv6' : 'IPv4');
});

it.each([
	'',
	'10.96.0',
	'10.96.0.256',
	'1.2.3.4.5',
	':::',
	'1:2:3:4:5:6:7:8:9',
	'1::2::3',
	'fd00::g'
])('"%s" is no address', (text) => {
	expect(parseIp(text)).toBeUndefined();
});

it('an IPv4 address and its number are the same', () => {
	fc.assert(
		fc.property(fc.ipV4(), (text) => {
			expect(ipv4Text(ipv4Number(parseIp(text)!))).toBe(text);
		})
	);
});

it('every IPv6 address has 16 bytes', () => {
	fc.assert(
		fc.property(fc.ipV6(), (text) => {
			expect(parseIp(text)?.bytes).toHaveLength(16);
		})
	);
});

it.each([
	['10.0.0.0/8', true],
	['10.0.0.0/33', false],
	['fd00::/64', true],
	['10.0.0.1', false]
])('%s as a network: %s', (text, expected) => {
	expect(isCidr(text)).toBe(expected);
});
