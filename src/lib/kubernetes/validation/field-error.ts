/** Kinds of fault, named as in `details.causes[].reason`. */
export type FieldErrorType =
	| 'FieldValueNotFound'
	| 'FieldValueRequired'
	| 'FieldValueDuplicate'
	| 'FieldValueInvalid'
	| 'FieldValueTypeInvalid'
	| 'FieldValueNotSupported'
	| 'FieldValueForbidden'
	| 'FieldValueTooLong'
	| 'FieldValueTooMany'
	| 'InternalError';

/**
 * One thing wrong with a field of an object.
 *
 * Models apimachinery pkg/util/validation/field/errors.go Error.
 */
export interface FieldError {
	readonly type: FieldErrorType;
	/** e.g. `spec.containers[0].name` */
	readonly field: string;
	readonly value?: unknown;
	/** The value isn't said. */
	readonly isWithoutValue?: true;
	readonly detail: string;
}

const words: Readonly<Record<FieldErrorType, string>> = {
	FieldValueNotFound: 'Not found',
	FieldValueRequired: 'Required value',
	FieldValueDuplicate: 'Duplicate value',
	FieldValueInvalid: 'Invalid value',
	FieldValueTypeInvalid: 'Invalid value',
	FieldValueNotSupported: 'Unsupported value',
	FieldValueForbidden: 'Forbidden',
	FieldValueTooLong: 'Too long',
	FieldValueTooMany: 'Too many',
	InternalError: 'Internal error'
};
const withoutValue: ReadonlySet<FieldErrorType> = new Set([
	'FieldValueRequired',
	'FieldValueForbidden',
	'FieldValueTooLong',
	'InternalError'
]);

export function notFoundError(field: string, value: unknown): FieldError {
	return { type: 'FieldValueNotFound', field, value, detail: '' };
}

export function requiredError(field: string, detail = ''): FieldError {
	return { type: 'FieldValueRequired', field, detail };
}

export function duplicateError(field: string, value: unknown): FieldError {
	return { type: 'FieldValueDuplicate', field, value, detail: '' };
}

export function invalidError(field: string, value: unknown, detail: string): FieldError {
	return { type: 'FieldValueInvalid', field, value, detail };
}

/** Invalid as a whole: upstream says no value. */
export function invalidWhole(field: string, detail: string): FieldError {
	return { type: 'FieldValueInvalid', field, isWithoutValue: true, detail };
}

export function notSupportedError(
	field: string,
	value: unknown,
	supported: readonly string[]
): FieldError {
	const list = supported.map((entry) => JSON.stringify(entry)).join(', ');
	const detail = supported.length > 0 ? `supported values: ${list}` : '';
	return { type: 'FieldValueNotSupported', field, value, detail };
}

export function forbiddenError(field: string, detail: string): FieldError {
	return { type: 'FieldValueForbidden', field, detail };
}

/** @param max in bytes */
export function tooLongError(field: string, max: number): FieldError {
	return { type: 'FieldValueTooLong', field, detail: `may not be more than ${max} bytes` };
}

/** @param count how many there are */
export function tooManyError(field: string, count: number, max: number): FieldError {
	return {
		type: 'FieldValueTooMany',
		field,
		value: count,
		detail: `must have at most ${max} ${max === 1 ? 'item' : 'items'}`
	};
}

/** The error without the field's name: the `message` of a cause. Models Error.ErrorBody. */
function errorBody({ type, value, isWithoutValue, detail }: FieldError): string {
	const body =
		isWithoutValue || withoutValue.has(type) ? words[type] : `${words[type]}: ${valueText(value)}`;
	return detail === '' ? body : `${body}: ${detail}`;
}

function valueText(value: unknown): string {
	return JSON.stringify(value ?? null);
}

/** The whole line, e.g. `spec.containers: Required value`. Models Error.Error. */
export function errorText(error: FieldError): string {
	return `${error.field}: ${errorBody(error)}`;
}

/** As it stands in `details.causes` of a 422. */
export function causeOf(error: FieldError): { reason: string; message: string; field: string } {
	return { reason: error.type, message: errorBody(error), field: error.field };
}
