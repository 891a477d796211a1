import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';

type Some = readonly (ReplicaSet | undefined)[];

/** `spec.replicas`; the API server fills in 1. */
export function sizeOf({ spec }: ReplicaSet): number {
	return spec.replicas ?? 1;
}

/** How many Pods they want. Models deployment_util.go GetReplicaCountForReplicaSets. */
export function wantedReplicas(sets: Some): number {
	return sum(sets, sizeOf);
}

/** How many Pods they have. Models GetActualReplicaCountForReplicaSets. */
export function actualReplicas(sets: Some): number {
	return sum(sets, ({ status }) => status.replicas);
}

/** Models GetReadyReplicaCountForReplicaSets. */
export function readyReplicas(sets: Some): number {
	return sum(sets, ({ status }) => status.readyReplicas ?? 0);
}

/** Models GetAvailableReplicaCountForReplicaSets. */
export function availableReplicas(sets: Some): number {
	return sum(sets, ({ status }) => status.availableReplicas ?? 0);
}

/** One that has not counted yet has none. Models GetTerminatingReplicaCountForReplicaSets. */
export function terminatingReplicas(sets: Some): number {
	return sum(sets, ({ status }) => status.terminatingReplicas ?? 0);
}

/** Those that want Pods. Models pkg/controller/controller_utils.go FilterActiveReplicaSets. */
export function activeReplicaSets(sets: Some): ReplicaSet[] {
	return sets.filter((set) => set !== undefined && sizeOf(set) > 0) as ReplicaSet[];
}

/** Oldest first, equally old ones by name. Models controller_utils.go ReplicaSetsByCreationTimestamp. */
export function byCreation(a: ReplicaSet, b: ReplicaSet): number {
	const [left, right] = [a.metadata.creationTimestamp ?? '', b.metadata.creationTimestamp ?? ''];
	if (left !== right) return left < right ? -1 : 1;
	return a.metadata.name! < b.metadata.name! ? -1 : 1;
}

function sum(sets: Some, count: (set: ReplicaSet) => number): number {
	return sets.reduce((total, set) => total + (set === undefined ? 0 : count(set)), 0);
}
