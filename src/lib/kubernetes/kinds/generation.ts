import { isDeepEqual } from '../deep-equal.ts';
import type { KubeObject } from '../object.ts';

/** For most kinds `metadata.generation` counts the changes of the spec. */
export function specChanges(updated: KubeObject, current: KubeObject): boolean {
	return !isDeepEqual(updated['spec'], current['spec']);
}

/** The object with a status as only the server gives it. */
export function withStatus(status: object): (object: KubeObject) => KubeObject {
	return (object) => ({ ...object, status });
}
