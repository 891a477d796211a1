import type { StructureField } from '#lib/kubernetes/openapi/structure.ts';
import { fieldDescription, typeDescription } from './descriptions.ts';
import { fieldsOf, shownType } from './field-type.ts';
import { wrapped } from './wrap.ts';

/**
 * What `kubectl explain` says of a type, or of the field that a path leads to; undefined when there is no such field.
 *
 * Models kubectl pkg/explain/v2/templates/plaintext.tmpl; the descriptions are Kinetes' own.
 */
export function explanation(
	type: string,
	path: readonly string[],
	isRecursive: boolean
): string | undefined {
	let [at, above] = [type, ''];
	let field: StructureField | undefined;
	for (const name of path) {
		field = fieldsOf(at).find((one) => one.name === name);
		if (field === undefined) return undefined;
		[at, above] = [field.type, at];
	}
	const told = [field && fieldDescription(above, field.name), typeDescription(at)];
	const text = told.map((one) => (one === undefined ? '' : `${one}\n`)).join('');
	const list = isRecursive ? fieldNames(at, 1, new Set([at])) : fieldDetails(at);
	return [
		...(field === undefined ? [] : [heading(field)]),
		`DESCRIPTION:\n${wrapped(text === '' ? '<empty>' : text, 76, 4)}\n`,
		...(list === '' ? [] : [`FIELDS:\n${list}`])
	].join('');
}

function heading(field: StructureField): string {
	const values = (field.values ?? []).map((value) => `\n    ${shownValue(value)}`);
	const list = values.length === 0 ? '' : `ENUM:${values.join('')}`;
	return `FIELD: ${field.name} <${shownType(field)}>\n${list}\n\n`;
}

function fieldDetails(type: string): string {
	return fieldsOf(type)
		.map((field) => {
			const description = fieldDescription(type, field.name) ?? typeDescription(field.type);
			const text = wrapped(description ?? '<no description>', 76, 4);
			return `${oneLine(field, 2)}${text}\n\n`;
		})
		.join('');
}

/** The names and types of all fields below a type; one that is above itself isn't gone into again. */
function fieldNames(type: string, level: number, above: ReadonlySet<string>): string {
	return fieldsOf(type)
		.map((field) => {
			const below = above.has(field.type)
				? ''
				: fieldNames(field.type, level + 1, new Set([...above, field.type]));
			return oneLine(field, level * 2) + below;
		})
		.join('');
}

function oneLine(field: StructureField, indent: number): string {
	const space = ' '.repeat(indent);
	const required = field.isRequired ? ' -required-' : '';
	const values = field.values ?? [];
	const shown = values.slice(0, 4).map(shownValue).join(', ');
	const more = values.length > 4 ? ', ....' : '';
	const list = values.length === 0 ? '' : `\n${space}enum: ${shown}${more}`;
	return `${space}${field.name}\t<${shownType(field)}>${required}${list}\n`;
}

function shownValue(value: string): string {
	return value === '' ? '""' : value;
}
