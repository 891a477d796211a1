import type { KubeObject } from '#lib/kubernetes/object.ts';

/**
 * How a refusal names a new object: its name has not been made of `generateName` yet.
 * Models apiserver/pkg/admission/errors.go extractResourceName.
 */
export function refusedName({ metadata }: KubeObject): string {
	return metadata.name || metadata.generateName || 'Unknown';
}
