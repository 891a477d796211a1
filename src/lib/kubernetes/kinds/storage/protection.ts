import type { KubeObject } from '../../object.ts';

/** The object with a finalizer that keeps it while it is used. Models plugin/pkg/admission/storage/storageobjectinuseprotection. */
export function withFinalizer(object: KubeObject, name: string): KubeObject {
	const { finalizers = [] } = object.metadata;
	if (finalizers.includes(name)) return object;
	return { ...object, metadata: { ...object.metadata, finalizers: [...finalizers, name] } };
}
