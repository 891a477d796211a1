import type { ObjectMeta } from '#lib/kubernetes/object.ts';
import type { DeleteOptions } from './delete-options.ts';

const orphan = 'orphan';
const foreground = 'foregroundDeletion';

/**
 * The finalizers of an object that shall be deleted: what the garbage collector has to do first stands among them. What
 * the client asks for counts, else what the object already says.
 * Models registry/generic/registry/store.go deletionFinalizersForGarbageCollection.
 *
 * @param orphans the kind's own way when nothing is said
 */
export function deletionFinalizers(
	{ finalizers = [] }: ObjectMeta,
	options: DeleteOptions,
	orphans = false
): readonly string[] {
	const wanted = wantedFinalizer(finalizers, options, orphans);
	const others = finalizers.filter((name) => name !== orphan && name !== foreground);
	const next = wanted === undefined ? others : [...others, wanted];
	const isSame =
		next.length === finalizers.length && next.every((name) => finalizers.includes(name));
	return isSame ? finalizers : next;
}

function wantedFinalizer(
	finalizers: readonly string[],
	{ orphanDependents, propagationPolicy }: DeleteOptions,
	orphans: boolean
): string | undefined {
	if (orphanDependents !== undefined) return orphanDependents ? orphan : undefined;
	switch (propagationPolicy) {
		case 'Orphan':
			return orphan;
		case 'Foreground':
			return foreground;
		case 'Background':
			return undefined;
		default:
			return (
				finalizers.find((name) => name === orphan || name === foreground) ??
				(orphans ? orphan : undefined)
			);
	}
}
