/**
 * Kubernetes quantities (`100m`, `1536Mi`, `1e3`), exact.
 *
 * Models apimachinery pkg/api/resource/quantity.go and suffix.go.
 */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** `unscaled × 10^-scale`; `scale` is at most 9 (nothing finer than a nano exists). */
export interface Quantity {
	readonly unscaled: bigint;
	readonly scale: number;
	readonly format: QuantityFormat;
}

/** The texts of upstream's ErrFormatWrong, ErrNumeric and ErrSuffix. */
export const quantityErrors = {
	format:
		"quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
	numeric: 'unable to parse numeric part of quantity',
	suffix: "unable to parse quantity's suffix"
} as const;

const nanoScale = 9;
const maxInt64 = 2n ** 63n - 1n;
const decimalSuffixes = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const lexical = /^([+-]?)0*(\d*)(?:\.(\d*))?([eEinumkKMGTP]*[-+]?\d*)$/;
/** Far beyond what any sum needs; a hostile exponent must not make a number that fills the memory. */
const largestExponent = 1000;
const int64 = /^[+-]?\d{1,19}$/;

const zero: Quantity = { unscaled: 0n, scale: 0, format: 'DecimalSI' };

/**
 * Reads a quantity. What is finer than a nano is rounded away from zero; a binary one is capped at 2^63 - 1.
 *
 * @throws Error with one of {@link quantityErrors}
 */
export function parseQuantity(text: string): Quantity {
	const match = text === '' ? null : lexical.exec(text);
	if (match === null) throw new Error(quantityErrors.format);
	const [, sign, whole = '', fraction = '', suffix = ''] = match;
	const { base, exponent, format } = interpretSuffix(suffix);
	const digits = BigInt(`0${whole}${fraction}`);
	const magnitude = base === 2 ? digits * 2n ** BigInt(exponent) : digits;
	const scale = fraction.length - (base === 10 ? exponent : 0);
	return bounded(sign === '-' ? -magnitude : magnitude, scale, format);
}

function interpretSuffix(suffix: string): {
	base: 2 | 10;
	exponent: number;
	format: QuantityFormat;
} {
	const binary = binarySuffixes.indexOf(suffix);
	if (binary > 0) return { base: 2, exponent: binary * 10, format: 'BinarySI' };
	const decimal = decimalSuffixes.indexOf(suffix);
	if (decimal >= 0) return { base: 10, exponent: (decimal - 3) * 3, format: 'DecimalSI' };
	const power = /^[eE](.+)$/.exec(suffix)?.[1];
	if (power !== undefined && int64.test(power)) {
		const exponent = Math.max(-largestExponent, Math.min(largestExponent, Number(power)));
		return { base: 10, exponent, format: 'DecimalExponent' };
	}
	throw new Error(quantityErrors.suffix);
}

function bounded(unscaled: bigint, scale: number, format: QuantityFormat): Quantity {
	if (unscaled === 0n) return { ...zero, format };
	const rounded = scale > nanoScale ? divideAwayFromZero(unscaled, scale - nanoScale) : unscaled;
	const quantity = { unscaled: rounded, scale: Math.min(scale, nanoScale), format };
	if (format !== 'BinarySI') return quantity;
	const size = magnitudeOf(quantity);
	if (compareQuantity(size, { ...zero, unscaled: maxInt64 }) > 0) {
		return { unscaled: unscaled < 0n ? -maxInt64 : maxInt64, scale: 0, format };
	}
	const belowOne = compareQuantity(size, { ...zero, unscaled: 1n }) < 0;
	return belowOne ? { ...quantity, format: 'DecimalSI' } : quantity;
}

function magnitudeOf(quantity: Quantity): Quantity {
	return quantity.unscaled < 0n ? { ...quantity, unscaled: -quantity.unscaled } : quantity;
}

function divideAwayFromZero(unscaled: bigint, digits: number): bigint {
	// A shorter number than the digits taken away is all remainder; the power need not be computed.
	if (digits > unscaled.toString().length) return unscaled > 0n ? 1n : unscaled < 0n ? -1n : 0n;
	const divisor = 10n ** BigInt(digits);
	const quotient = unscaled / divisor;
	if (unscaled % divisor === 0n) return quotient;
	return unscaled > 0n ? quotient + 1n : quotient - 1n;
}

function atScale(quantity: Quantity, scale: number): bigint {
	return quantity.unscaled * 10n ** BigInt(scale - quantity.scale);
}

/** -1, 0 or 1. */
export function compareQuantity(a: Quantity, b: Quantity): -1 | 0 | 1 {
	const scale = Math.max(a.scale, b.scale);
	const [left, right] = [atScale(a, scale), atScale(b, scale)];
	return left < right ? -1 : left > right ? 1 : 0;
}

/** The sum, in the format of `a` unless `a` is zero. */
export function addQuantity(a: Quantity, b: Quantity): Quantity {
	const scale = Math.max(a.scale, b.scale);
	return {
		unscaled: atScale(a, scale) + atScale(b, scale),
		scale,
		format: a.unscaled === 0n ? b.format : a.format
	};
}

/** The difference, in the format of `a` unless `a` is zero. */
export function subQuantity(a: Quantity, b: Quantity): Quantity {
	return addQuantity(a, { ...b, unscaled: -b.unscaled });
}

/** Rounds away from zero to a multiple of 10^`power`; `exact` is false when that changed the value. */
export function roundUp(quantity: Quantity, power: number): { value: Quantity; exact: boolean } {
	const digits = quantity.scale + power;
	if (digits <= 0) return { value: quantity, exact: true };
	const value = {
		...quantity,
		unscaled: divideAwayFromZero(quantity.unscaled, digits),
		scale: -power
	};
	return { value, exact: compareQuantity(value, quantity) === 0 };
}

/** The exact value as a plain decimal number, e.g. `0.1` or `1073741824`. */
export function decimalText(quantity: Quantity): string {
	const negative = quantity.unscaled < 0n;
	const digits = magnitudeOf(quantity).unscaled.toString();
	const sign = negative ? '-' : '';
	if (quantity.scale <= 0)
		return sign + (quantity.unscaled === 0n ? '0' : digits + '0'.repeat(-quantity.scale));
	const padded = digits.padStart(quantity.scale + 1, '0');
	const fraction = padded.slice(-quantity.scale).replace(/0+$/, '');
	return `${sign}${padded.slice(0, -quantity.scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The canonical spelling: no fraction, the largest suffix that loses nothing. Models CanonicalizeBytes. */
export function formatQuantity(quantity: Quantity): string {
	if (quantity.unscaled === 0n) return '0';
	if (quantity.format === 'BinarySI') {
		const whole = roundUp(quantity, 0);
		const small = compareQuantity(magnitudeOf(quantity), { ...zero, unscaled: 1024n }) < 0;
		if (!small && whole.exact) return formatBinary(atScale(whole.value, 0));
	}
	let { unscaled, scale } = quantity;
	while (unscaled % 10n === 0n) {
		unscaled /= 10n;
		scale -= 1;
	}
	while (scale % 3 !== 0) {
		unscaled *= 10n;
		scale += 1;
	}
	if (quantity.format === 'DecimalExponent') return `${unscaled}${scale === 0 ? '' : `e${-scale}`}`;
	return `${unscaled}${decimalSuffixes[3 - scale / 3] ?? ''}`;
}

function formatBinary(whole: bigint): string {
	let power = 0;
	while (whole % 1024n === 0n && power < binarySuffixes.length - 1) {
		whole /= 1024n;
		power += 1;
	}
	return `${whole}${binarySuffixes[power]}`;
}

/** Both readers are called for every Pod on every node, so that each spelling is worked out once. */
const milliByText = new Map<string, number>();
const intByText = new Map<string, number>();

/**
 * CPU in millicores, rounded up; 0 when absent. Models Quantity.MilliValue.
 *
 * @throws Error as {@link parseQuantity}
 */
export function milliValue(text: string | undefined): number {
	return remembered(milliByText, text, -3);
}

/**
 * Bytes or a count, rounded up; 0 when absent. Models Quantity.Value.
 *
 * @throws Error as {@link parseQuantity}
 */
export function intValue(text: string | undefined): number {
	return remembered(intByText, text, 0);
}

function remembered(known: Map<string, number>, text: string | undefined, power: number): number {
	if (text === undefined) return 0;
	const found = known.get(text);
	if (found !== undefined) return found;
	const exact = atScale(roundUp(parseQuantity(text), power).value, -power);
	const value = Number(exact > maxInt64 ? maxInt64 : exact < -maxInt64 ? -maxInt64 : exact);
	known.set(text, value);
	return value;
}
