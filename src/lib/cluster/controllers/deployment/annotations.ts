import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { desiredReplicas, maxReplicas } from './fenceposts.ts';

type Annotations = Readonly<Record<string, string>>;

/** Which rollout of its Deployment a ReplicaSet belongs to. */
export const revisionAnnotation = 'deployment.kubernetes.io/revision';
/** Revisions that it had before it was rolled back to. */
const revisionHistoryAnnotation = 'deployment.kubernetes.io/revision-history';
/** `spec.replicas` of the Deployment when the ReplicaSet was last sized: when they differ, someone has scaled. */
export const desiredReplicasAnnotation = 'deployment.kubernetes.io/desired-replicas';
/** The same with the surge. */
export const maxReplicasAnnotation = 'deployment.kubernetes.io/max-replicas';

/** What a ReplicaSet doesn't take over from its Deployment. Models deployment_util.go annotationsToSkip. */
const notCopied = new Set([
	'kubectl.kubernetes.io/last-applied-configuration',
	revisionAnnotation,
	revisionHistoryAnnotation,
	desiredReplicasAnnotation,
	maxReplicasAnnotation,
	'deprecated.deployment.rollback.to'
]);

/** Models deployment_util.go maxRevHistoryLengthInChars in sync.go. */
const longestHistory = 2000;

/** The number in an annotation; undefined if there is none or it is no number. */
export function numberIn(set: ReplicaSet, annotation: string): number | undefined {
	const text = set.metadata.annotations?.[annotation];
	return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** 0 without one. Models deployment_util.go Revision. */
export function revisionOf(set: ReplicaSet): number {
	return numberIn(set, revisionAnnotation) ?? 0;
}

/** Models deployment_util.go MaxRevision. */
export function maxRevision(sets: readonly ReplicaSet[]): number {
	return sets.reduce((most, set) => Math.max(most, revisionOf(set)), 0);
}

/** Models deployment_util.go ReplicasAnnotationsNeedUpdate. */
export function sizeAnnotationsDiffer(
	annotations: Annotations | null | undefined,
	desired: number,
	most: number
): boolean {
	return (
		annotations?.[desiredReplicasAnnotation] !== String(desired) ||
		annotations[maxReplicasAnnotation] !== String(most)
	);
}

/** What a ReplicaSet is to know of its Deployment's size. Models deployment_util.go SetReplicasAnnotations. */
export function sizeAnnotations(deployment: Deployment): Annotations {
	return {
		[desiredReplicasAnnotation]: String(desiredReplicas(deployment.spec)),
		[maxReplicasAnnotation]: String(maxReplicas(deployment))
	};
}

/**
 * The annotations of a Deployment's new ReplicaSet: the Deployment's own and the revision. The same object when nothing
 * changes. Models deployment_util.go SetNewReplicaSetAnnotations.
 */
export function newSetAnnotations(
	deployment: Deployment,
	annotations: Annotations,
	revision: number
): Annotations {
	const copied = Object.entries(deployment.metadata.annotations ?? {}).filter(
		([key, value]) => !notCopied.has(key) && annotations[key] !== value
	);
	const before = annotations[revisionAnnotation];
	const isNewer = Number(before ?? 0) < revision;
	if (copied.length === 0 && !isNewer) return annotations;
	return {
		...annotations,
		...Object.fromEntries(copied),
		...(isNewer ? { [revisionAnnotation]: String(revision) } : undefined),
		...(isNewer && before !== undefined
			? { [revisionHistoryAnnotation]: history(annotations[revisionHistoryAnnotation], before) }
			: undefined)
	};
}

/** A ReplicaSet that is rolled back to keeps the numbers that it had. */
function history(known: string | undefined, last: string): string {
	const revisions = known ? [...known.split(','), last] : [last];
	while (revisions.length > 1 && revisions.join(',').length > longestHistory) revisions.shift();
	return revisions.join(',');
}
