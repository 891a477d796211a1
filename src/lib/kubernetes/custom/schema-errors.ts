import {
	type FieldError,
	forbiddenError,
	invalidError,
	notSupportedError,
	requiredError
} from '../validation/field-error.ts';
import { CelError } from './cel/expression.ts';
import { parseExpression } from './cel/parse-expression.ts';
import { type JsonSchema, valueSchema } from './json-schema.ts';
import { pruned } from './pruning.ts';
import { structuralErrors } from './structural-errors.ts';
import { patternOf, valueErrors } from './value-errors.ts';

/**
 * What is wrong with a schema: what it may not have, types that it doesn't give, defaults that don't fit.
 * Models apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go validateCustomResourceDefinitionValidation.
 */
export function schemaErrors(schema: JsonSchema, path: string): FieldError[] {
	const shape = shapeErrors(schema, path);
	const structure = structuralErrors(schema, path);
	if (structure.length > 0) return [...shape, ...structure];
	return [...shape, ...defaultErrors(schema, path)];
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const unsupported = ['$ref', 'definitions', 'dependencies', 'id', 'patternProperties'] as const;

function shapeErrors(schema: JsonSchema, path: string): FieldError[] {
	const { type, properties, items, uniqueItems, additionalProperties, pattern } = schema;
	const errors: FieldError[] = [];
	if (uniqueItems === true) {
		const why = 'uniqueItems cannot be set to true since the runtime complexity becomes quadratic';
		errors.push(forbiddenError(`${path}.uniqueItems`, why));
	}
	if (additionalProperties === false) {
		const why = 'additionalProperties cannot be set to false';
		errors.push(forbiddenError(`${path}.additionalProperties`, why));
	}
	if (additionalProperties !== undefined && Object.keys(properties ?? {}).length > 0) {
		const why = 'additionalProperties and properties are mutual exclusive';
		errors.push(forbiddenError(`${path}.additionalProperties`, why));
	}
	for (const name of unsupported) {
		if ((schema as Readonly<Record<string, unknown>>)[name] === undefined) continue;
		errors.push(forbiddenError(`${path}.${name}`, `${name} is not supported`));
	}
	if (type && !types.includes(type)) errors.push(notSupportedError(`${path}.type`, type, types));
	if (type === 'array' && items === undefined) {
		errors.push(requiredError(`${path}.items`, 'must be specified'));
	}
	if (pattern && patternOf(pattern) === undefined) {
		const why = `must be a valid regular expression, but isn't: error parsing regexp: \`${pattern}\``;
		errors.push(invalidError(`${path}.pattern`, pattern, why));
	}
	const others = valueSchema(schema);
	return [
		...errors,
		...Object.entries(properties ?? {}).flatMap(([name, inner]) =>
			shapeErrors(inner, `${path}.properties[${name}]`)
		),
		...(others ? shapeErrors(others, `${path}.additionalProperties`) : []),
		...(items ? shapeErrors(items, `${path}.items`) : []),
		...listTypeErrors(schema, path),
		...ruleSyntaxErrors(schema, path)
	];
}

function listTypeErrors(schema: JsonSchema, path: string): FieldError[] {
	const listType = schema['x-kubernetes-list-type'];
	const mapType = schema['x-kubernetes-map-type'];
	const keys = schema['x-kubernetes-list-map-keys'] ?? [];
	const errors: FieldError[] = [];
	const mustBe = (type: string, extension: string): void => {
		if (schema.type === type) return;
		const why = `must be ${type} if ${extension} is specified`;
		const at = `${path}.type`;
		errors.push(schema.type ? invalidError(at, schema.type, why) : requiredError(at, why));
	};
	if (listType !== undefined) {
		mustBe('array', 'x-kubernetes-list-type');
		const allowed = ['atomic', 'map', 'set'];
		if (!allowed.includes(listType)) {
			errors.push(notSupportedError(`${path}.x-kubernetes-list-type`, listType, allowed));
		}
	}
	const keysAt = `${path}.x-kubernetes-list-map-keys`;
	if (listType === 'map' && keys.length === 0) {
		const why = 'must not be empty if x-kubernetes-list-type is map';
		errors.push(requiredError(keysAt, why));
	}
	if (keys.length > 0 && listType !== 'map') {
		const at = `${path}.x-kubernetes-list-type`;
		const why = 'must be map if x-kubernetes-list-map-keys is non-empty';
		errors.push(listType ? invalidError(at, listType, why) : requiredError(at, why));
	}
	keys.forEach((key, index) => {
		const field = schema.items?.properties?.[key];
		if (field === undefined) {
			const why = 'entries must all be names of item properties';
			errors.push(invalidError(`${keysAt}[${index}]`, key, why));
		} else if (!schema.items?.required?.includes(key) && field.default === undefined) {
			const why =
				'this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property';
			errors.push(requiredError(`${path}.items.properties[${key}].default`, why));
		}
	});
	if (mapType !== undefined) {
		mustBe('object', 'x-kubernetes-map-type');
		const allowed = ['atomic', 'granular'];
		if (!allowed.includes(mapType)) {
			errors.push(notSupportedError(`${path}.x-kubernetes-map-type`, mapType, allowed));
		}
	}
	return errors;
}

function ruleSyntaxErrors(schema: JsonSchema, path: string): FieldError[] {
	const rules = schema['x-kubernetes-validations'] ?? [];
	return rules.flatMap(({ rule, message }, index) => {
		const at = `${path}.x-kubernetes-validations[${index}]`;
		if (!rule?.trim()) return [requiredError(`${at}.rule`, 'rule is not specified')];
		if (message !== undefined && message !== '' && message.trim() === '') {
			const why = 'message must be non-empty if specified';
			return [invalidError(`${at}.message`, message, why)];
		}
		if (message?.includes('\n')) {
			return [invalidError(`${at}.message`, message, 'message must not contain line breaks')];
		}
		try {
			parseExpression(rule);
			return [];
		} catch (error) {
			if (!(error instanceof CelError)) throw error;
			return [invalidError(`${at}.rule`, rule, `compilation failed: ${error.message}`)];
		}
	});
}

/** Models apiextensions-apiserver/pkg/apiserver/schema/defaulting/validation.go ValidateDefaults. */
function defaultErrors(schema: JsonSchema, path: string): FieldError[] {
	const errors: FieldError[] = [];
	if (schema.default !== undefined && schema.default !== null) {
		const at = `${path}.default`;
		const { unknown } = pruned(schema.default, schema, '.');
		if (unknown.length > 0) {
			errors.push(invalidError(at, schema.default, 'must not have unknown fields'));
		}
		errors.push(
			...valueErrors(schema.default, schema, '').map((error) => ({
				...error,
				field: error.field === '' ? at : `${at}.${error.field}`
			}))
		);
	}
	const others = valueSchema(schema);
	return [
		...errors,
		...(schema.items ? defaultErrors(schema.items, `${path}.items`) : []),
		...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
			defaultErrors(inner, `${path}.properties[${name}]`)
		),
		...(others ? defaultErrors(others, `${path}.additionalProperties`) : [])
	];
}
