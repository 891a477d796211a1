import { fieldSelectorMatches, parseFieldSelector } from '#lib/kubernetes/field-selector.ts';
import { parseSelector } from '#lib/kubernetes/labels/parse-selector.ts';
import { selectorMatches } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';

/** The objects that a `labelSelector` and a `fieldSelector` of a query select. Throws with the API server's words. */
export function objectFilter(
	query: Readonly<Record<string, string>> | undefined
): (object: KubeObject) => boolean {
	const labels = query?.labelSelector ? parseSelector(query.labelSelector) : undefined;
	const fields = query?.fieldSelector ? parseFieldSelector(query.fieldSelector) : undefined;
	if (labels === undefined && fields === undefined) return () => true;
	const paths = new Map(fields?.map(({ field }) => [field, field.split('.')] as const));
	return (object) =>
		(labels === undefined || selectorMatches(labels, object.metadata.labels ?? {})) &&
		(fields === undefined ||
			fieldSelectorMatches(fields, (path) => fieldOf(object, paths.get(path)!)));
}

/** A field's value as text, '' when there is none. */
function fieldOf(object: KubeObject, path: readonly string[]): string {
	let value: unknown = object;
	for (const part of path) value = (value as Record<string, unknown> | undefined)?.[part];
	return value === undefined || value === null ? '' : String(value as string | number | boolean);
}
