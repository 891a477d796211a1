import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, OwnerReference } from '#lib/kubernetes/object.ts';

interface Warned {
	readonly object: KubeObject;
	readonly warnings?: readonly string[];
}

/**
 * An object that names each of its owners once, with what its sender is told who named one twice. Models
 * apiserver/pkg/endpoints/handlers/rest.go dedupOwnerReferencesAndAddWarning.
 *
 * @param when '' or why it is looked at only now
 */
export function withOwnersOnce<T extends Warned>(given: T, when = ''): T {
	const owners = given.object.metadata.ownerReferences ?? [];
	if (owners.length < 2) return given;
	const kept: OwnerReference[] = [];
	const twice: string[] = [];
	for (const owner of owners) {
		if (kept.some((one) => isDeepEqual(one, owner))) twice.push(owner.uid);
		else kept.push(owner);
	}
	if (twice.length === 0) return given;
	const warning = `.metadata.ownerReferences contains duplicate entries${when}; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: ${twice.join(', ')}`;
	const metadata = { ...given.object.metadata, ownerReferences: kept };
	return {
		...given,
		object: { ...given.object, metadata },
		warnings: [...(given.warnings ?? []), warning]
	};
}
