import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { isPodTerminal } from '../pod-activity.ts';
import { actualReplicas, sizeOf } from './replica-counts.ts';
import type { Resize } from './rolling-arithmetic.ts';

/** Every old ReplicaSet goes to 0 at once. Models pkg/controller/deployment/recreate.go scaleDownOldReplicaSetsForRecreate. */
export function scaleDownForRecreate(old: readonly ReplicaSet[]): Resize[] {
	return old.filter((set) => sizeOf(set) !== 0).map((replicaSet) => ({ replicaSet, to: 0 }));
}

/**
 * Pods that may still run: what the old ReplicaSets count, and terminating ones until they have reached an end.
 * Models recreate.go oldPodsRunning.
 *
 * @param podsByOwner the Pods of the Deployment, also terminating ones, by the uid of their ReplicaSet
 */
export function areOldPodsRunning(
	old: readonly ReplicaSet[],
	newSet: ReplicaSet | undefined,
	podsByOwner: Iterable<readonly [string, Iterable<Pod>]>
): boolean {
	if (actualReplicas(old) > 0) return true;
	for (const [owner, pods] of podsByOwner) {
		if (owner === newSet?.metadata.uid) continue;
		for (const { status } of pods) if (!isPodTerminal(status.phase)) return true;
	}
	return false;
}
