import { lastAppliedAnnotation } from '#lib/kubectl/patch/last-applied.ts';
import { fieldAt, mergeKeyOf } from '#lib/kubernetes/patch/merge-keys.ts';

/** What a merge patch says of a field that is to go. */
export const removed = '✕';

/** Values by the names of their fields: `spec.containers[web].image` → `web:v1`. */
export type FieldValues = ReadonlyMap<string, string>;

type Fields = Readonly<Record<string, unknown>>;

/** The server's own notes about an object. */
const unseen: ReadonlySet<string> = new Set([
	'apiVersion',
	'kind',
	'status',
	'metadata.uid',
	'metadata.name',
	'metadata.namespace',
	'metadata.creationTimestamp',
	'metadata.generation',
	'metadata.resourceVersion',
	'metadata.managedFields',
	'metadata.selfLink'
]);

/**
 * The single values of an object, or of a patch for one. Items of lists that are merged are named by what tells them
 * apart, so that the same field has the same name in every version. In a patch what goes is `removed`.
 */
export function fieldValues(value: unknown, kind: string): FieldValues {
	const found = new Map<string, string>();
	if (isFields(value)) collect(value, '', [], kind, found);
	return found;
}

function collect(
	fields: Fields,
	name: string,
	path: readonly string[],
	kind: string,
	found: Map<string, string>
): void {
	for (const [key, value] of Object.entries(fields)) {
		// How a patch orders lists, and which fields it keeps: nothing that an object holds.
		if (key.startsWith('$')) continue;
		const whole = name === '' ? key : `${name}.${key}`;
		if (unseen.has(whole) || value === undefined) continue;
		const inner = [...path, key];
		if (value === null) found.set(whole, removed);
		else if (Array.isArray(value)) collectItems(value, whole, inner, kind, found);
		else if (isFields(value)) collect(value, whole, inner, kind, found);
		else found.set(whole, key === lastAppliedAnnotation ? sizeOf(value) : textOf(value));
	}
}

function collectItems(
	items: readonly unknown[],
	name: string,
	path: readonly string[],
	kind: string,
	found: Map<string, string>
): void {
	const key = fieldAt(path, kind) && mergeKeyOf(path, kind);
	for (const [at, item] of items.entries()) {
		if (!isFields(item)) {
			found.set(name, items.map(textOf).join(', '));
			return;
		}
		const whole = `${name}[${key === undefined ? at : textOf(item[key])}]`;
		if (item.$patch === 'delete') found.set(whole, removed);
		else collect(item, whole, path, kind, found);
	}
}

/** The copy of the file that `apply` keeps is too long to be read here. */
function sizeOf(value: unknown): string {
	return `{…} ${String(value).length} B`;
}

function textOf(value: unknown): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
