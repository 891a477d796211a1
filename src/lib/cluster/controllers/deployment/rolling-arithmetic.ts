import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import {
	desiredReplicas,
	isRollingUpdate,
	maxSurge,
	maxUnavailable,
	type Rolling
} from './fenceposts.ts';
import { availableReplicas, byCreation, sizeOf, wantedReplicas } from './replica-counts.ts';

/** A ReplicaSet gets another size. */
export interface Resize {
	readonly replicaSet: ReplicaSet;
	readonly to: number;
}

/**
 * How big the new ReplicaSet may be now: as far as replicas and surge leave room beside the old ones.
 * Models pkg/controller/deployment/util/deployment_util.go NewRSNewReplicas.
 *
 * @param total what all ReplicaSets want together, the new one included
 */
export function newReplicaSetSize(spec: Rolling, total: number, newSize: number): number {
	const desired = desiredReplicas(spec);
	if (!isRollingUpdate(spec)) return desired;
	const room = desired + maxSurge(spec) - total;
	return room <= 0 ? newSize : newSize + Math.min(room, desired - newSize);
}

/** The new ReplicaSet's next size. Models pkg/controller/deployment/rolling.go reconcileNewReplicaSet. */
export function reconcileNewSize(
	spec: Rolling,
	all: readonly ReplicaSet[],
	newSet: ReplicaSet
): number {
	const [desired, size] = [desiredReplicas(spec), sizeOf(newSet)];
	return size >= desired ? desired : newReplicaSetSize(spec, wantedReplicas(all), size);
}

/** The numbers behind a step down, and what it comes to. */
export interface ScaleDown {
	/** How many may go at most: all − minAvailable − unavailable new ones. */
	readonly maxScaledDown: number;
	/** Old Pods that aren't available go first; their going costs nothing. */
	readonly unhealthy: readonly Resize[];
	/** … then as many as there are available ones to spare. */
	readonly scaled: readonly Resize[];
}

/**
 * What the old ReplicaSets give up now. Models pkg/controller/deployment/rolling.go reconcileOldReplicaSets.
 *
 * @param old those that want Pods
 */
export function reconcileOldSizes(
	spec: Rolling,
	old: readonly ReplicaSet[],
	newSet: ReplicaSet
): ScaleDown {
	const least = desiredReplicas(spec) - maxUnavailable(spec);
	const newUnavailable = sizeOf(newSet) - (newSet.status.availableReplicas ?? 0);
	const maxScaledDown = wantedReplicas([...old, newSet]) - least - newUnavailable;
	if (old.length === 0 || maxScaledDown <= 0) return { maxScaledDown, unhealthy: [], scaled: [] };
	const unhealthy = cleanUpUnhealthy(old, maxScaledDown);
	const left = old.map((set) => {
		const resize = unhealthy.find(({ replicaSet }) => replicaSet === set);
		return resize === undefined ? set : resized(resize);
	});
	return { maxScaledDown, unhealthy, scaled: scaleDownAvailable(spec, left, newSet) };
}

/** Models rolling.go cleanupUnhealthyReplicas. */
export function cleanUpUnhealthy(old: readonly ReplicaSet[], most: number): Resize[] {
	let left = most;
	return [...old].sort(byCreation).flatMap((replicaSet) => {
		const size = sizeOf(replicaSet);
		const count = Math.min(left, size - (replicaSet.status.availableReplicas ?? 0));
		if (left <= 0 || size === 0 || count === 0) return [];
		left -= count;
		return [{ replicaSet, to: size - count }];
	});
}

/** Models rolling.go scaleDownOldReplicaSetsForRollingUpdate. */
export function scaleDownAvailable(
	spec: Rolling,
	old: readonly ReplicaSet[],
	newSet: ReplicaSet | undefined
): Resize[] {
	const least = desiredReplicas(spec) - maxUnavailable(spec);
	let spare = availableReplicas([...old, newSet]) - least;
	return [...old].sort(byCreation).flatMap((replicaSet) => {
		const size = sizeOf(replicaSet);
		if (spare <= 0 || size === 0) return [];
		const count = Math.min(size, spare);
		spare -= count;
		return [{ replicaSet, to: size - count }];
	});
}

/** The ReplicaSet as it is after the step. */
export function resized({ replicaSet, to }: Resize): ReplicaSet {
	return { ...replicaSet, spec: { ...replicaSet.spec, replicas: to } };
}
