import { isRecord } from '../patch/merge-patch.ts';
import {
	duplicateError,
	type FieldError,
	forbiddenError,
	invalidError,
	invalidWhole,
	requiredError
} from '../validation/field-error.ts';
import { evaluate } from './cel/evaluate.ts';
import { CelError, type Expression } from './cel/expression.ts';
import { parseExpression } from './cel/parse-expression.ts';
import { type JsonSchema, type ValidationRule, valueSchema } from './json-schema.ts';

const read = new Map<string, Expression>();

function expressionOf(text: string): Expression {
	let expression = read.get(text);
	if (expression === undefined) read.set(text, (expression = parseExpression(text)));
	return expression;
}

/** Whether a schema has rules anywhere. */
export function hasRules(schema: JsonSchema): boolean {
	const { properties = {}, items } = schema;
	const inner = [...Object.values(properties), items, valueSchema(schema)];
	return (
		(schema['x-kubernetes-validations'] ?? []).length > 0 ||
		inner.some((one) => one !== undefined && hasRules(one))
	);
}

/**
 * Which rules of a schema a value breaks; rules about a change are asked where there was something before.
 * Models apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go.
 */
export function ruleErrors(
	value: unknown,
	old: unknown,
	schema: JsonSchema,
	path: string
): FieldError[] {
	if (value === null) return [];
	const errors = (schema['x-kubernetes-validations'] ?? []).flatMap((rule) =>
		broken(rule, value, old, schema, path)
	);
	if (Array.isArray(value)) {
		const { items } = schema;
		const inner = value.flatMap((item, index) =>
			items === undefined ? [] : ruleErrors(item, undefined, items, `${path}[${index}]`)
		);
		return [...errors, ...inner];
	}
	if (!isRecord(value)) return errors;
	const { properties = {} } = schema;
	const others = valueSchema(schema);
	for (const name of Object.keys(value).sort()) {
		const isField = Object.hasOwn(properties, name);
		const known = isField ? properties[name] : others;
		if (known === undefined) continue;
		const below = isField ? (path === '' ? name : `${path}.${name}`) : `${path}[${name}]`;
		const before = isRecord(old) ? old[name] : undefined;
		errors.push(...ruleErrors(value[name], before, known, below));
	}
	return errors;
}

function broken(
	rule: ValidationRule,
	value: unknown,
	old: unknown,
	schema: JsonSchema,
	path: string
): FieldError[] {
	const isAboutChange = /\boldSelf\b/.test(rule.rule);
	if (isAboutChange && old === undefined && rule.optionalOldSelf !== true) return [];
	const at =
		path + (path === '' ? (rule.fieldPath ?? '').replace(/^\./, '') : (rule.fieldPath ?? ''));
	const names = { self: value, oldSelf: old };
	try {
		if (evaluate(expressionOf(rule.rule), names) === true) return [];
	} catch (error) {
		if (!(error instanceof CelError)) throw error;
		const why = `${error.message} evaluating rule: ${rule.message?.trim() || rule.rule.trim()}`;
		return [invalidError(path, schema.type ?? '', why)];
	}
	return [refusal(rule, value, messageOf(rule, names), at)];
}

function messageOf(rule: ValidationRule, names: Readonly<Record<string, unknown>>): string {
	if (rule.messageExpression) {
		try {
			const text = evaluate(expressionOf(rule.messageExpression), names);
			if (typeof text === 'string' && text.trim() !== '') return text;
		} catch (error) {
			if (!(error instanceof CelError)) throw error;
		}
	}
	return rule.message?.trim() || `failed rule: ${rule.rule.trim()}`;
}

function refusal(
	{ reason }: ValidationRule,
	value: unknown,
	message: string,
	at: string
): FieldError {
	switch (reason) {
		case 'FieldValueForbidden':
			return forbiddenError(at, message);
		case 'FieldValueRequired':
			return requiredError(at, message);
		case 'FieldValueDuplicate':
			return duplicateError(at, value);
		default:
			return typeof value === 'object'
				? invalidWhole(at, message)
				: invalidError(at, value, message);
	}
}
