import { goText } from '../patch/go-text.ts';
import { isRecord } from '../patch/merge-patch.ts';
import { type FieldType, type ListType, type MapType, typeFor } from './field-type.ts';
import { goSyntax, goTypeOf } from './go-value.ts';
import { itemElement, ItemError } from './list-item.ts';
import { elementText, fieldElement } from './path-element.ts';

/**
 * Why a value isn't of a type, one text each, e.g. `.spec.replicas: expected numeric (int or float), got string`. Models
 * structured-merge-diff typed/validate.go.
 */
export function schemaErrors(
	value: unknown,
	declared: FieldType,
	allowsDuplicates: boolean
): string[] {
	return errorsOf(value, declared, allowsDuplicates).map(({ path, why }) =>
		path === '' ? why : `${path}: ${why}`
	);
}

/** The errors as one text. Models typed/helpers.go ValidationErrors.Error. */
export function joinedErrors(errors: readonly string[]): string {
	return errors.length === 1
		? errors[0]!
		: ['errors:', ...errors.map((error) => `  ${error}`)].join('\n');
}

interface Problem {
	readonly path: string;
	readonly why: string;
}

function errorsOf(value: unknown, declared: FieldType, allowsDuplicates: boolean): Problem[] {
	const type = typeFor(declared, value);
	if (value === null) return [];
	switch (type.kind) {
		case 'scalar': {
			const why = scalarError(value, type.scalar);
			return why === undefined ? [] : [{ path: '', why }];
		}
		case 'list':
			return Array.isArray(value)
				? listErrors(value, type, allowsDuplicates)
				: [{ path: '', why: `expected list, got &{${goText(value)}}` }];
		case 'map':
			return isRecord(value)
				? mapErrors(value, type, allowsDuplicates)
				: [{ path: '', why: `expected map, got &{${goText(value)}}` }];
	}
}

function listErrors(
	items: readonly unknown[],
	type: ListType,
	allowsDuplicates: boolean
): Problem[] {
	const problems: Problem[] = [];
	const known = new Set<string>();
	for (const [index, item] of items.entries()) {
		let element = `i:${index}`;
		if (type.keys !== undefined) {
			try {
				element = itemElement(type, item);
			} catch (error) {
				if (!(error instanceof ItemError)) throw error;
				return [...problems, { path: '', why: `element ${index}: ${error.message}` }];
			}
			if (known.has(element) && !allowsDuplicates) {
				const why = `duplicate entries for key ${elementText(element)}`;
				problems.push({ path: '', why });
			}
			known.add(element);
		}
		problems.push(...below(element, errorsOf(item, type.element, allowsDuplicates)));
	}
	return problems;
}

function mapErrors(
	fields: Readonly<Record<string, unknown>>,
	type: MapType,
	allowsDuplicates: boolean
): Problem[] {
	const problems: Problem[] = [];
	for (const [name, value] of Object.entries(fields)) {
		const element = fieldElement(name);
		const inner = type.field(name) ?? type.others;
		if (inner === undefined) {
			const why = 'field not declared in schema';
			return [...problems, ...below(element, [{ path: '', why }])];
		}
		problems.push(...below(element, errorsOf(value, inner, allowsDuplicates)));
	}
	return problems;
}

function below(element: string, problems: readonly Problem[]): Problem[] {
	return problems.map(({ path, why }) => ({ path: elementText(element) + path, why }));
}

function scalarError(
	value: unknown,
	scalar: 'numeric' | 'string' | 'boolean' | 'untyped'
): string | undefined {
	const isPlain = ['number', 'string', 'boolean'].includes(typeof value);
	switch (scalar) {
		case 'numeric':
			return typeof value === 'number'
				? undefined
				: `expected numeric (int or float), got ${goTypeOf(value)}`;
		case 'string':
			return typeof value === 'string'
				? undefined
				: `expected string, got &value.valueUnstructured{Value:${goSyntax(value)}}`;
		case 'boolean':
			return typeof value === 'boolean' ? undefined : `expected boolean, got &{${goText(value)}}`;
		case 'untyped':
			return isPlain ? undefined : `expected any scalar, got &{${goText(value)}}`;
	}
}
