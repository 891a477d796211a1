import {
	errorText,
	type FieldError,
	forbiddenError,
	invalidError,
	requiredError
} from '../validation/field-error.ts';
import { type JsonSchema, valueSchema } from './json-schema.ts';

/** Where in the whole a schema stands. */
type Level = 'root' | 'field' | 'item';

const missing: Readonly<Record<Level, string>> = {
	root: 'must not be empty at the root',
	field: 'must not be empty for specified object fields',
	item: 'must not be empty for specified array items'
};

/**
 * Why a schema doesn't say of which type everything is; sorted by their texts.
 * Models apiextensions-apiserver/pkg/apiserver/schema/validation.go ValidateStructural.
 */
export function structuralErrors(schema: JsonSchema, path: string): FieldError[] {
	return errorsAt(schema, path, 'root').sort((a, b) => (errorText(a) < errorText(b) ? -1 : 1));
}

function errorsAt(schema: JsonSchema, path: string, level: Level): FieldError[] {
	const others = valueSchema(schema);
	return [
		...(schema.items ? errorsAt(schema.items, `${path}.items`, 'item') : []),
		...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
			errorsAt(inner, `${path}.properties[${name}]`, 'field')
		),
		...(others ? errorsAt(others, `${path}.additionalProperties`, 'field') : []),
		...typeErrors(schema, path, level),
		...resourceErrors(schema, path, level),
		...(['allOf', 'anyOf', 'oneOf'] as const).flatMap((name) =>
			(schema[name] ?? []).flatMap((one, index) => junctorErrors(one, `${path}.${name}[${index}]`))
		),
		...(schema.not ? junctorErrors(schema.not, `${path}.not`) : [])
	];
}

function typeErrors(schema: JsonSchema, path: string, level: Level): FieldError[] {
	const { type = '' } = schema;
	const at = `${path}.type`;
	const isFree =
		schema['x-kubernetes-int-or-string'] === true ||
		schema['x-kubernetes-preserve-unknown-fields'] === true;
	const errors: FieldError[] = [];
	if (schema['x-kubernetes-embedded-resource'] === true && type !== 'object') {
		const why = 'must be object if x-kubernetes-embedded-resource is true';
		errors.push(type === '' ? requiredError(at, why) : invalidError(at, type, why));
	} else if (type === '' && !isFree) errors.push(requiredError(at, missing[level]));
	if (level === 'root' && type !== '' && type !== 'object') {
		errors.push(invalidError(at, type, 'must be object at the root'));
	}
	if (schema['x-kubernetes-embedded-resource'] === true && schema.additionalProperties) {
		const why = 'must not be used if x-kubernetes-embedded-resource is set';
		errors.push(forbiddenError(`${path}.additionalProperties`, why));
	}
	if (schema['x-kubernetes-int-or-string'] === true && type !== '') {
		const why = 'must be empty if x-kubernetes-int-or-string is true';
		errors.push(invalidError(at, type, why));
	}
	return errors;
}

/** What stands for a whole object has its kind as text and its metadata as an object. */
function resourceErrors(schema: JsonSchema, path: string, level: Level): FieldError[] {
	if (level !== 'root' && schema['x-kubernetes-embedded-resource'] !== true) return [];
	const { properties = {} } = schema;
	const errors: FieldError[] = [];
	const must = (name: string, type: string): void => {
		const given = properties[name];
		if (given === undefined || given.type === type) return;
		const at = `${path}.properties[${name}].type`;
		errors.push(invalidError(at, given.type ?? '', `must be ${type}`));
	};
	must('kind', 'string');
	must('apiVersion', 'string');
	must('metadata', 'object');
	return errors;
}

/** Within `allOf` and its like nothing may say what a value is, only what it must be like. */
function junctorErrors(schema: JsonSchema, path: string): FieldError[] {
	const errors: FieldError[] = [];
	const forbid = (name: keyof JsonSchema): void => {
		if (schema[name] === undefined || schema[name] === '' || schema[name] === false) return;
		errors.push(forbiddenError(`${path}.${name}`, 'must be empty to be structural'));
	};
	const isTypeAllowed = path.includes('anyOf') || path.includes('allOf');
	if (!isTypeAllowed) forbid('type');
	forbid('default');
	forbid('nullable');
	forbid('additionalProperties');
	return [
		...errors,
		...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
			junctorErrors(inner, `${path}.properties[${name}]`)
		),
		...(schema.items ? junctorErrors(schema.items, `${path}.items`) : [])
	];
}
