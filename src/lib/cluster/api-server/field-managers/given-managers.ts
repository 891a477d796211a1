import type { KubeObject } from '#lib/kubernetes/object.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';

/** `managedFields` of a body, as they were sent; undefined when there are none. */
export function givenManagers(body: unknown): unknown {
	const metadata = isRecord(body) ? body['metadata'] : undefined;
	return isRecord(metadata) ? metadata['managedFields'] : undefined;
}

/** An object without its managedFields: these aren't kept with it. */
export function withoutManagers(object: KubeObject): KubeObject {
	if (!('managedFields' in object.metadata)) return object;
	const { managedFields: _, ...metadata } = object.metadata as Record<string, unknown>;
	return { ...object, metadata };
}

/** Whether a patch of any type is about managedFields: only then does it matter who manages what is patched. */
export function patchesManagers(patch: unknown): boolean {
	if (!Array.isArray(patch)) return givenManagers(patch) !== undefined;
	return patch.some((operation: unknown) => {
		if (!isRecord(operation)) return false;
		return [operation['path'], operation['from']].some(
			(path) =>
				path === '' || path === '/metadata' || String(path).startsWith('/metadata/managedFields')
		);
	});
}
