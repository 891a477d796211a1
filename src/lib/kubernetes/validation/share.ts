import type { IntOrString } from '../int-or-string.ts';
import { type FieldError, invalidError } from './field-error.ts';
import { nonNegative, ruled } from './metadata.ts';
import { percent } from './name-rules.ts';

/** Models ValidatePositiveIntOrPercent. */
export function validateShare(value: IntOrString, field: string): FieldError[] {
	return typeof value === 'number' ? nonNegative(value, field) : ruled(percent, value, field);
}

function isPercent(value: IntOrString): value is string {
	return typeof value === 'string' && percent(value).length === 0;
}

/** Models getIntOrPercentValue: a text that is no percentage is read as a number, 0 if it is none. */
export function amountOf(value: IntOrString): number {
	if (typeof value === 'number') return value;
	if (isPercent(value)) return Number(value.slice(0, -1));
	return /^[+-]?\d+$/.test(value) ? Number(value) : 0;
}

/** Models IsNotMoreThan100Percent. */
export function notAboveHundred(value: IntOrString, field: string): FieldError[] {
	if (!isPercent(value) || amountOf(value) <= 100) return [];
	return [invalidError(field, value, 'must not be greater than 100%')];
}
