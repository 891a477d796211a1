import type { KubeObject, OwnerReference } from '#lib/kubernetes/object.ts';

/** Who makes and deletes it. Models apimachinery pkg/apis/meta/v1/controller_ref.go GetControllerOf. */
export function controllerOf({ metadata }: KubeObject): OwnerReference | undefined {
	return metadata.ownerReferences?.find(({ controller }) => controller === true);
}

/** Models controller_ref.go NewControllerRef. */
export function controllerRef({ apiVersion, kind, metadata }: KubeObject): OwnerReference {
	return {
		apiVersion,
		kind,
		name: metadata.name!,
		uid: metadata.uid!,
		controller: true,
		blockOwnerDeletion: true
	};
}

/** The controller's uid; for what has none its namespace after a slash. */
export function ownerIndexKey(object: KubeObject): string {
	return controllerOf(object)?.uid ?? `/${object.metadata.namespace ?? ''}`;
}
