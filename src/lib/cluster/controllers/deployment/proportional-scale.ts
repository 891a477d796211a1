import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { desiredReplicasAnnotation, maxReplicasAnnotation, numberIn } from './annotations.ts';
import { desiredReplicas, isRollingUpdate, maxReplicas } from './fenceposts.ts';
import { activeReplicaSets, byCreation, sizeOf, wantedReplicas } from './replica-counts.ts';
import type { Resize } from './rolling-arithmetic.ts';

/**
 * Whether someone has changed the Deployment's size since its ReplicaSets were last sized.
 * Models pkg/controller/deployment/sync.go isScalingEvent.
 */
export function isScalingEvent({ spec }: Deployment, sets: readonly ReplicaSet[]): boolean {
	return activeReplicaSets(sets).some((set) => {
		const known = numberIn(set, desiredReplicasAnnotation);
		return known !== undefined && known !== desiredReplicas(spec);
	});
}

/**
 * Every ReplicaSet's size after the Deployment itself was scaled: one that is alone takes all, several share the change in
 * proportion to their sizes, what rounding leaves over goes to the biggest. Those whose size stays are listed too, since
 * their annotations may change. Models pkg/controller/deployment/sync.go scale.
 */
export function scaledSizes(
	deployment: Deployment,
	newSet: ReplicaSet | undefined,
	old: readonly ReplicaSet[]
): Resize[] {
	const desired = desiredReplicas(deployment.spec);
	const single = activeOrLatest(newSet, old);
	if (single !== undefined) {
		return sizeOf(single) === desired ? [] : [{ replicaSet: single, to: desired }];
	}
	if (newSet !== undefined && isSaturated(deployment, newSet)) {
		return activeReplicaSets(old).map((replicaSet) => ({ replicaSet, to: 0 }));
	}
	if (!isRollingUpdate(deployment.spec)) return [];
	return inProportion(deployment, activeReplicaSets([...old, newSet]));
}

/** The one that wants Pods; if none does, the newest; undefined if several do. Models deployment_util.go FindActiveOrLatest. */
function activeOrLatest(
	newSet: ReplicaSet | undefined,
	old: readonly ReplicaSet[]
): ReplicaSet | undefined {
	const active = activeReplicaSets([...old, newSet]);
	if (active.length > 1) return undefined;
	return active[0] ?? newSet ?? [...old].sort(byCreation).at(-1);
}

/** Models deployment_util.go IsSaturated. */
function isSaturated({ spec }: Deployment, set: ReplicaSet): boolean {
	const desired = desiredReplicas(spec);
	return (
		sizeOf(set) === desired &&
		numberIn(set, desiredReplicasAnnotation) === desired &&
		(set.status.availableReplicas ?? 0) === desired
	);
}

function inProportion(deployment: Deployment, active: readonly ReplicaSet[]): Resize[] {
	const allowed = desiredReplicas(deployment.spec) > 0 ? maxReplicas(deployment) : 0;
	const toAdd = allowed - wantedReplicas(active);
	let added = 0;
	const resizes = [...active].sort(biggestFirst(toAdd)).map((replicaSet) => {
		const share = proportion(replicaSet, deployment, toAdd, added);
		added += share;
		return { replicaSet, to: sizeOf(replicaSet) + share };
	});
	const [first, ...rest] = resizes;
	if (first === undefined || toAdd === 0) return resizes;
	return [{ ...first, to: Math.max(0, first.to + toAdd - added) }, ...rest];
}

/** Of equal size the newer comes first when growing, the older when shrinking. Models ReplicaSetsBySizeNewer, …Older. */
function biggestFirst(toAdd: number): (a: ReplicaSet, b: ReplicaSet) => number {
	return (a, b) => sizeOf(b) - sizeOf(a) || (toAdd > 0 ? byCreation(b, a) : byCreation(a, b));
}

/** Models deployment_util.go GetReplicaSetProportion. */
function proportion(set: ReplicaSet, deployment: Deployment, toAdd: number, added: number): number {
	if (toAdd === 0 || toAdd === added) return 0;
	const share = fraction(set, deployment);
	return toAdd > 0 ? Math.min(share, toAdd - added) : Math.max(share, toAdd - added);
}

/** Models deployment_util.go getReplicaSetFraction. */
function fraction(set: ReplicaSet, deployment: Deployment): number {
	const size = sizeOf(set);
	if (desiredReplicas(deployment.spec) === 0) return -size;
	const before = numberIn(set, maxReplicasAnnotation) || (deployment.status.replicas ?? 0);
	if (before === 0) return 0;
	return Math.round((size * maxReplicas(deployment)) / before) - size;
}
