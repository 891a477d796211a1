import { type SchemaField, schemaType } from '../schema/schema.ts';

/**
 * The schema of a field, by the names on the way to it from the kind; a list and its items have the same.
 *
 * @returns undefined for what the kind doesn't have, and below maps
 */
export function fieldAt(path: readonly string[], kind: string): SchemaField | undefined {
	let field: SchemaField | undefined;
	let owner = kind;
	for (const name of path) {
		field = schemaType(owner)?.get(name);
		if (field === undefined) return undefined;
		owner = field.shape === 'map' ? '' : field.type;
	}
	return field;
}

/** By which field a list's items are told apart in a strategic merge patch; undefined: the list is replaced whole. */
export function mergeKeyOf(path: readonly string[], kind: string): string | undefined {
	return fieldAt(path, kind)?.mergeKey || undefined;
}

/** Whether it is a list of plain values that is merged as a set. */
export function isMergedSet(path: readonly string[], kind: string): boolean {
	return fieldAt(path, kind)?.mergeKey === '';
}
