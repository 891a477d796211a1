import { type Resource, resourceOfKind } from '#lib/kubernetes/resources.ts';

/** How a patch is meant, by the name that `--type` gives it. */
export const patchTypes = {
	json: 'application/json-patch+json',
	merge: 'application/merge-patch+json',
	strategic: 'application/strategic-merge-patch+json'
} as const;

/** How objects of a resource are patched unless someone says otherwise: what was defined later has no merge keys. */
export function usualPatchType({ apiVersion, kind }: Resource): string {
	return resourceOfKind(apiVersion, kind) === undefined ? patchTypes.merge : patchTypes.strategic;
}
