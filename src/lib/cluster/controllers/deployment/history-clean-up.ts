import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { revisionOf } from './annotations.ts';
import { byCreation, sizeOf } from './replica-counts.ts';

/** What a Deployment that keeps every old ReplicaSet has in `revisionHistoryLimit`. */
const unlimited = 2147483647;

/**
 * Old ReplicaSets that are beyond the history limit, oldest revision first; none that still has or wants Pods.
 * Models pkg/controller/deployment/sync.go cleanupDeployment.
 */
export function expiredReplicaSets(
	old: readonly ReplicaSet[],
	limit: number | null | undefined
): ReplicaSet[] {
	if (limit == null || limit === unlimited) return [];
	const alive = old.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
	return alive
		.sort((a, b) => revisionOf(a) - revisionOf(b) || byCreation(a, b))
		.slice(0, Math.max(0, alive.length - limit))
		.filter(isIdle);
}

function isIdle(set: ReplicaSet): boolean {
	const { metadata, status } = set;
	const isObserved = (metadata.generation ?? 0) <= (status.observedGeneration ?? 0);
	return status.replicas === 0 && sizeOf(set) === 0 && isObserved;
}
