/** A number, or a string such as `25%`. Models apimachinery pkg/util/intstr/intstr.go. */
export type IntOrString = number | string;

/** A number when the text is one that fits 32 bits, else the text. Models intstr.Parse. */
export function parseIntOrString(text: string): IntOrString {
	const value = Number(text);
	const fits = /^[+-]?\d+$/.test(text) && value >= -(2 ** 31) && value < 2 ** 31;
	return fits ? value : text;
}

/**
 * The number in it and whether it is a percentage. Models intstr.getIntOrPercentValueSafely.
 *
 * @throws Error when it is a string that is no percentage
 */
export function intOrPercent(value: IntOrString): { value: number; isPercent: boolean } {
	if (typeof value === 'number') return { value, isPercent: false };
	if (!value.endsWith('%')) throw new Error('invalid type: string is not a percentage');
	const digits = value.slice(0, -1);
	if (!/^[+-]?\d+$/.test(digits)) throw new Error(`invalid value ${JSON.stringify(value)}`);
	return { value: Number(digits), isPercent: true };
}

/**
 * The number itself, or that percentage of `total` rounded up or down. Models GetScaledValueFromIntOrPercent.
 *
 * @throws Error when it is a string that is no percentage
 */
export function scaledValue(value: IntOrString, total: number, roundUp: boolean): number {
	const parsed = intOrPercent(value);
	if (!parsed.isPercent) return parsed.value;
	const share = (parsed.value * total) / 100;
	return roundUp ? Math.ceil(share) : Math.floor(share);
}
