/**
 * Flag values as Go reads them. Each throws an Error with Go's own text.
 *
 * Models strconv.ParseBool, strconv.ParseInt, time.ParseDuration.
 */
const truths = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const falsehoods = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

export function parseGoBool(text: string): boolean {
	if (truths.has(text)) return true;
	if (falsehoods.has(text)) return false;
	throw new Error(`strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax`);
}

export function parseGoInt(text: string): number {
	if (!/^[+-]?\d+$/.test(text)) {
		throw new Error(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
	}
	const value = BigInt(text);
	if (BigInt.asIntN(64, value) !== value) {
		throw new Error(`strconv.ParseInt: parsing ${JSON.stringify(text)}: value out of range`);
	}
	return Number(value);
}

const unitMs: Readonly<Record<string, number>> = {
	ns: 1e-6,
	us: 1e-3,
	µs: 1e-3,
	ms: 1,
	s: 1000,
	m: 60_000,
	h: 3_600_000
};

/** In ms. */
export function parseGoDuration(text: string): number {
	const quoted = JSON.stringify(text);
	const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(text)!;
	if (body === '0') return 0;
	if (body === '') throw new Error(`time: invalid duration ${quoted}`);
	let total = 0;
	let rest = body;
	while (rest !== '') {
		const match = /^(\d+\.?\d*|\.\d+)([^\d.]*)/.exec(rest);
		if (match === null) throw new Error(`time: invalid duration ${quoted}`);
		const [whole, figure = '', unit = ''] = match;
		if (unit === '') throw new Error(`time: missing unit in duration ${quoted}`);
		const scale = unitMs[unit];
		if (scale === undefined) {
			throw new Error(`time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`);
		}
		total += Number(figure) * scale;
		rest = rest.slice(whole.length);
	}
	return sign === '-' ? -total : total;
}

/** A duration as Go writes it: `1m30s`, `1.5s`, `200ms`, `0s`. Models time.Duration.String. */
export function goDurationText(ms: number): string {
	if (ms === 0) return '0s';
	if (ms < 0) return `-${goDurationText(-ms)}`;
	if (ms < 1000) return `${ms}ms`;
	const seconds = ms / 1000;
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor(seconds / 60) % 60;
	const rest = `${Math.round((seconds - hours * 3600 - minutes * 60) * 1e6) / 1e6}s`;
	if (hours > 0) return `${hours}h${minutes}m${rest}`;
	return minutes > 0 ? `${minutes}m${rest}` : rest;
}
