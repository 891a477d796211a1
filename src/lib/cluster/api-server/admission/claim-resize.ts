import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { compareQuantity, parseQuantity } from '#lib/kubernetes/quantity.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';

interface Claim extends KubeObject {
	readonly spec: {
		readonly storageClassName?: string;
		readonly resources?: { readonly requests?: Readonly<Record<string, string>> };
	};
	readonly status?: { readonly phase?: string };
}

/**
 * A claim can only grow when it is bound, and when its class lets claims grow.
 * Models plugin/pkg/admission/storage/persistentvolume/resize/admission.go.
 */
export function refusedResize(
	object: KubeObject,
	old: KubeObject,
	{ route, cache }: RequestContext
): Status | undefined {
	if (object.kind !== 'PersistentVolumeClaim' || route.subresource !== undefined) return undefined;
	const [now, before] = [object as Claim, old as Claim];
	if (compareQuantity(requested(now), requested(before)) <= 0) return undefined;
	const named = { group: '', resource: 'persistentvolumeclaims' };
	const name = object.metadata.name ?? '';
	if (before.status?.phase !== 'Bound') {
		return forbidden(named, name, 'Only bound persistent volume claims can be expanded');
	}
	const className = classOf(now);
	const key = storageKey('storageclasses', undefined, className);
	const allows = cache.get(key)?.['allowVolumeExpansion'] === true;
	if (className !== '' && className === classOf(before) && allows) return undefined;
	return forbidden(
		named,
		name,
		'only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize'
	);
}

function requested({ spec }: Claim): ReturnType<typeof parseQuantity> {
	return parseQuantity(spec.resources?.requests?.['storage'] ?? '0');
}

/** Models component-helpers/storage/volume GetPersistentVolumeClaimClass. */
function classOf({ metadata, spec }: Claim): string {
	const annotated = metadata.annotations?.['volume.beta.kubernetes.io/storage-class'];
	return annotated ?? spec.storageClassName ?? '';
}
