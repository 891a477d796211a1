import type { Condition } from '#lib/kubernetes/pod.ts';

/** What of one kind is left in a namespace, and what holds it. */
export interface Remaining {
	/** e.g. `configmaps.` or `deployments.apps`. */
	readonly resource: string;
	readonly count: number;
	/** Finalizer → how many objects it holds. */
	readonly finalizers: ReadonlyMap<string, number>;
}

type Facts = Pick<Condition, 'type' | 'status'> & {
	readonly reason: string;
	readonly message: string;
};

/**
 * What a namespace on its way out says of it. Models pkg/controller/namespace/deletion/status_condition_utils.go.
 *
 * @param failure why some content could not be deleted
 */
export function namespaceConditions(
	remaining: readonly Remaining[],
	failure: string | undefined,
	before: readonly Condition[],
	now: string
): Condition[] {
	const facts: Facts[] = [
		{
			type: 'NamespaceDeletionDiscoveryFailure',
			status: 'False',
			reason: 'ResourcesDiscovered',
			message: 'All resources successfully discovered'
		},
		{
			type: 'NamespaceDeletionGroupVersionParsingFailure',
			status: 'False',
			reason: 'ParsedGroupVersions',
			message: 'All legacy kube types successfully parsed'
		},
		contentFailure(failure),
		contentRemaining(remaining),
		finalizersRemaining(remaining)
	];
	return facts.map((fact) => {
		const known = before.find(({ type }) => type === fact.type);
		return known?.status === fact.status && known.message === fact.message
			? known
			: { ...fact, lastTransitionTime: now };
	});
}

function contentFailure(failure: string | undefined): Facts {
	const type = 'NamespaceDeletionContentFailure';
	return failure === undefined
		? {
				type,
				status: 'False',
				reason: 'ContentDeleted',
				message: 'All content successfully deleted, may be waiting on finalization'
			}
		: {
				type,
				status: 'True',
				reason: 'ContentDeletionFailed',
				message: `Failed to delete all resource types, 1 remaining: ${failure}`
			};
}

function contentRemaining(remaining: readonly Remaining[]): Facts {
	const type = 'NamespaceContentRemaining';
	const texts = remaining
		.filter(({ count }) => count > 0)
		.map(({ resource, count }) => `${resource} has ${count} resource instances`);
	return texts.length === 0
		? {
				type,
				status: 'False',
				reason: 'ContentRemoved',
				message: 'All content successfully removed'
			}
		: {
				type,
				status: 'True',
				reason: 'SomeResourcesRemain',
				message: `Some resources are remaining: ${texts.sort().join(', ')}`
			};
}

function finalizersRemaining(remaining: readonly Remaining[]): Facts {
	const type = 'NamespaceFinalizersRemaining';
	const counts = new Map<string, number>();
	for (const { finalizers } of remaining) {
		for (const [name, count] of finalizers) counts.set(name, (counts.get(name) ?? 0) + count);
	}
	const texts = [...counts].map(([name, count]) => `${name} in ${count} resource instances`);
	return texts.length === 0
		? {
				type,
				status: 'False',
				reason: 'ContentHasNoFinalizers',
				message: 'All content-preserving finalizers finished'
			}
		: {
				type,
				status: 'True',
				reason: 'SomeFinalizersRemain',
				message: `Some content in the namespace has finalizers remaining: ${texts.sort().join(', ')}`
			};
}
