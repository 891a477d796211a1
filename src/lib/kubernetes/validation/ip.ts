import { parseIp } from '../ip-address.ts';
import { type FieldError, invalidError } from './field-error.ts';

/** Models apimachinery pkg/util/validation/ip.go IsValidIP. */
export function validateIp(text: string, field: string): FieldError[] {
	return parseIp(text) === undefined
		? [invalidError(field, text, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')]
		: [];
}

/**
 * An address that stands for one place in a network. Models pkg/apis/core/validation/validation.go ValidateNonSpecialIP;
 * nothing is said of what is no address.
 */
export function validateNonSpecialIp(text: string, field: string): FieldError[] {
	const ip = parseIp(text);
	if (ip === undefined) return [];
	const { bytes, family } = ip;
	const [first = 0, second = 0, third = 0] = bytes;
	const isV4 = family === 'IPv4';
	const wrong = (why: string) => invalidError(field, text, why);
	if (bytes.every((byte) => byte === 0)) return [wrong(`may not be unspecified (${text})`)];
	if (isV4 ? first === 127 : bytes.every((byte, index) => byte === (index === 15 ? 1 : 0))) {
		return [wrong('may not be in the loopback range (127.0.0.0/8, ::1/128)')];
	}
	if (isV4 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80) {
		return [wrong('may not be in the link-local range (169.254.0.0/16, fe80::/10)')];
	}
	if (isV4 ? first === 224 && second + third === 0 : first === 0xff && (second & 0x0f) === 2) {
		return [wrong('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)')];
	}
	return [];
}
