import { parseIp } from '../ip-address.ts';

const formats: Readonly<Record<string, (text: string) => boolean>> = {
	byte: (text) => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text),
	cidr: isCidr,
	date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
	'date-time': isDateTime,
	datetime: isDateTime,
	duration: (text) => /^([+-]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+$|^0$/.test(text),
	email: (text) => /^[^\s@<>]+@[^\s@<>]+$/.test(text),
	hostname: (text) =>
		text.length <= 253 &&
		/^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\.?$/.test(
			text
		),
	ipv4: isIpv4,
	ipv6: isIpv6,
	mac: (text) => /^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$/.test(text),
	uri: (text) => /^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$|^\/\S*$/.test(text),
	uuid: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
	uuid3: (text) =>
		/^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
	uuid4: (text) =>
		/^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i.test(text),
	uuid5: (text) =>
		/^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i.test(text)
};

/** Whether a text has a format; of a format that isn't known every text is. Models kube-openapi/pkg/validation/strfmt. */
export function isOfFormat(text: string, format: string): boolean {
	return formats[format]?.(text) ?? true;
}

function isDateTime(text: string): boolean {
	const match =
		/^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.exec(text);
	if (match === null) return false;
	const [, day = '', hour, minute, second] = match;
	return isDay(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

function isDay(text: string): boolean {
	const ms = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function isCidr(text: string): boolean {
	const [address = '', bits = '', ...rest] = text.split('/');
	if (rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
	return isIpv4(address) ? Number(bits) <= 32 : isIpv6(address) && Number(bits) <= 128;
}

function isIpv4(text: string): boolean {
	return text.includes('.') && !text.includes(':') && parseIp(text) !== undefined;
}

function isIpv6(text: string): boolean {
	return text.includes(':') && parseIp(text) !== undefined;
}
