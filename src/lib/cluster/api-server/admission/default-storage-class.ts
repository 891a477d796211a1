import { isDefaultClass } from '#lib/kubernetes/kinds/small/default-class.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { RequestContext } from '../operation.ts';

/**
 * A claim that names no class gets the default one, the newest when there are several.
 * Models plugin/pkg/admission/storage/storageclass/setdefault/admission.go.
 */
export function admitStorageClass(
	object: KubeObject,
	{ route, cache }: RequestContext
): KubeObject {
	if (route.verb !== 'create' || route.resource !== 'persistentvolumeclaims') return object;
	const spec = object['spec'] as { storageClassName?: string };
	const annotated = object.metadata.annotations?.['volume.beta.kubernetes.io/storage-class'];
	if (spec.storageClassName !== undefined || annotated !== undefined) return object;
	const [chosen] = cache
		.list('storageclasses')
		.filter(isDefaultClass)
		.sort((a, b) => createdMs(b) - createdMs(a));
	if (chosen === undefined) return object;
	return { ...object, spec: { ...spec, storageClassName: chosen.metadata.name } };
}

function createdMs({ metadata }: KubeObject): number {
	return Date.parse(metadata.creationTimestamp ?? '');
}
