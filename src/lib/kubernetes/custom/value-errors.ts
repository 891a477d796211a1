import { isDeepEqual } from '../deep-equal.ts';
import { isRecord } from '../patch/merge-patch.ts';
import {
	type FieldError,
	invalidError,
	notSupportedError,
	requiredError,
	tooLongError,
	tooManyError
} from '../validation/field-error.ts';
import { isOfFormat } from './formats.ts';
import { type JsonSchema, valueSchema } from './json-schema.ts';

/** Go's names of what JSON has. */
function typeName(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	return typeof value;
}

/**
 * What is wrong with a value by its schema, in the order in which it is looked at.
 *
 * Models kube-openapi/pkg/validation/validate and apiextensions-apiserver/pkg/apiserver/validation/validation.go
 * kubeOpenAPIResultToFieldErrors.
 *
 * @param path of the value, empty at the root
 */
export function valueErrors(value: unknown, schema: JsonSchema, path: string): FieldError[] {
	if (value === null && schema.nullable === true) return [];
	return [
		...typeErrors(value, schema, path),
		...combinedErrors(value, schema, path),
		...(typeof value === 'string' ? textErrors(value, schema, path) : []),
		...(typeof value === 'number' ? numberErrors(value, schema, path) : []),
		...(Array.isArray(value) ? listErrors(value, schema, path) : []),
		...enumErrors(value, schema, path),
		...(isRecord(value) ? objectErrors(value, schema, path) : [])
	];
}

function invalid(path: string, value: unknown, what: string): FieldError {
	return invalidError(path, value, `${path} in body ${what}`);
}

function wrongType(path: string, shown: unknown, what: string): FieldError {
	return { ...invalid(path, shown, what), type: 'FieldValueTypeInvalid' };
}

function typeErrors(value: unknown, schema: JsonSchema, path: string): FieldError[] {
	const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
	const types = isIntOrString ? ['integer', 'string'] : schema.type ? [schema.type] : [];
	const errors: FieldError[] = [];
	const name = typeName(value);
	const fits = types.includes(name) || (name === 'integer' && types.includes('number'));
	if (types.length > 0 && !fits) {
		const wanted = types.join(',');
		errors.push(wrongType(path, name, `must be of type ${wanted}: "${name}"`));
	} else if (typeof value === 'string' && schema.format && !isOfFormat(value, schema.format)) {
		const shown = JSON.stringify(value);
		errors.push(wrongType(path, value, `must be of type ${schema.format}: ${shown}`));
	}
	return errors;
}

function textErrors(value: string, schema: JsonSchema, path: string): FieldError[] {
	const { minLength, maxLength, pattern } = schema;
	const letters = [...value].length;
	const errors: FieldError[] = [];
	if (maxLength !== undefined && letters > maxLength) errors.push(tooLongError(path, maxLength));
	if (minLength !== undefined && letters < minLength) {
		errors.push(invalid(path, value, `should be at least ${minLength} chars long`));
	}
	if (pattern && !patternOf(pattern)?.test(value)) {
		errors.push(invalid(path, value, `should match '${pattern}'`));
	}
	return errors;
}

/** A regular expression as Go has them; undefined when it is none. */
export function patternOf(pattern: string): RegExp | undefined {
	try {
		return new RegExp(pattern.replaceAll('(?P<', '(?<').replace(/\\z$/, '$'), 'u');
	} catch {
		return undefined;
	}
}

function numberErrors(value: number, schema: JsonSchema, path: string): FieldError[] {
	const { minimum, maximum, multipleOf } = schema;
	const errors: FieldError[] = [];
	if (multipleOf !== undefined && !Number.isInteger(value / multipleOf)) {
		errors.push(invalid(path, value, `should be a multiple of ${multipleOf}`));
	}
	if (maximum !== undefined) {
		const isStrict = schema.exclusiveMaximum === true;
		if (isStrict ? value >= maximum : value > maximum) {
			const than = isStrict ? 'less than' : 'less than or equal to';
			errors.push(invalid(path, value, `should be ${than} ${maximum}`));
		}
	}
	if (minimum !== undefined) {
		const isStrict = schema.exclusiveMinimum === true;
		if (isStrict ? value <= minimum : value < minimum) {
			const than = isStrict ? 'greater than' : 'greater than or equal to';
			errors.push(invalid(path, value, `should be ${than} ${minimum}`));
		}
	}
	return errors;
}

function listErrors(value: readonly unknown[], schema: JsonSchema, path: string): FieldError[] {
	const { items, minItems, maxItems, uniqueItems } = schema;
	const errors =
		items === undefined
			? []
			: value.flatMap((item, index) => valueErrors(item, items, `${path}[${index}]`));
	if (minItems !== undefined && value.length < minItems) {
		errors.push(invalid(path, value.length, `should have at least ${minItems} items`));
	}
	if (maxItems !== undefined && value.length > maxItems) {
		errors.push(tooManyError(path, value.length, maxItems));
	}
	const isRepeated = value.some((item, index) =>
		value.slice(0, index).some((before) => isDeepEqual(before, item))
	);
	if (uniqueItems === true && isRepeated) {
		errors.push(invalid(path, value, "shouldn't contain duplicates"));
	}
	return errors;
}

function enumErrors(value: unknown, schema: JsonSchema, path: string): FieldError[] {
	const allowed = schema.enum;
	if (allowed === undefined || allowed.some((one) => isDeepEqual(one, value))) return [];
	return [
		notSupportedError(
			path,
			value,
			allowed.map((one) => textOf(one))
		)
	];
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function objectErrors(
	value: Readonly<Record<string, unknown>>,
	schema: JsonSchema,
	path: string
): FieldError[] {
	const { properties = {}, required = [], minProperties, maxProperties } = schema;
	const names = Object.keys(value);
	const errors: FieldError[] = [];
	if (minProperties !== undefined && names.length < minProperties) {
		errors.push(invalid(path, names.length, `should have at least ${minProperties} properties`));
	}
	if (maxProperties !== undefined && names.length > maxProperties) {
		errors.push(tooManyError(path, names.length, maxProperties));
	}
	const others = valueSchema(schema);
	for (const name of names.sort()) {
		const inner = Object.hasOwn(properties, name) ? properties[name] : others;
		const below = path === '' ? name : `${path}.${name}`;
		if (inner !== undefined) errors.push(...valueErrors(value[name], inner, below));
	}
	for (const name of required) {
		if (!Object.hasOwn(value, name)) {
			errors.push(requiredError(path === '' ? name : `${path}.${name}`));
		}
	}
	return errors;
}

/** `allOf`, `anyOf`, `oneOf` and `not`. */
function combinedErrors(value: unknown, schema: JsonSchema, path: string): FieldError[] {
	const { allOf = [], anyOf = [], oneOf = [], not } = schema;
	const fits = (one: JsonSchema): boolean => valueErrors(value, one, path).length === 0;
	const shown = JSON.stringify(path);
	const errors: FieldError[] = [];
	const refuse = (what: string): void => {
		errors.push(invalidError(path, isRecord(value) ? '' : value, what));
	};
	if (anyOf.length > 0 && !anyOf.some(fits)) {
		refuse(`${shown} must validate at least one schema (anyOf)`);
		errors.push(...valueErrors(value, anyOf[0]!, path));
	}
	const fitting = oneOf.filter(fits).length;
	if (oneOf.length > 0 && fitting !== 1) {
		const found = fitting === 0 ? 'Found none valid' : `Found ${fitting} valid alternatives`;
		refuse(`${shown} must validate one and only one schema (oneOf). ${found}`);
	}
	const wrong = allOf.flatMap((one) => valueErrors(value, one, path));
	if (wrong.length > 0) {
		refuse(`${shown} must validate all the schemas (allOf)`);
		errors.push(...wrong);
	}
	if (not !== undefined && fits(not)) refuse(`${shown} must not validate the schema (not)`);
	return errors;
}
