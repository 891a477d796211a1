import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';

/** For most kinds `metadata.generation` counts the changes of the spec. */
export function specChanges(updated: KubeObject, current: KubeObject): boolean {
	return !isDeepEqual(updated.spec, current.spec);
}
