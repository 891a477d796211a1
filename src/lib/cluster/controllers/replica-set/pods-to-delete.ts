import type { Pod } from '#lib/kubernetes/pod.ts';
import { isPodActive } from '../pod-activity.ts';
import { compareForDeletion, type DeletionRule, type RankedPod } from './deletion-order.ts';

/** A Pod that goes, and the rule that put it before the first that stays. */
export interface Doomed {
	readonly pod: Pod;
	readonly because: DeletionRule | 'all go';
}

/**
 * Which Pods go when there are `count` too many, first to go first. Models pkg/controller/replicaset/replica_set.go
 * getPodsToDelete and getPodsRankedByRelatedPodsOnSameNode.
 *
 * @param related the Pods of all ReplicaSets of the same Deployment
 */
export function podsToDelete(
	active: readonly Pod[],
	related: Iterable<Pod>,
	count: number,
	nowMs: number
): Doomed[] {
	if (count >= active.length) return active.map((pod) => ({ pod, because: 'all go' }));
	const onNode = new Map<string, number>();
	for (const pod of related) {
		if (!isPodActive(pod)) continue;
		const node = pod.spec.nodeName ?? '';
		onNode.set(node, (onNode.get(node) ?? 0) + 1);
	}
	const ranked = active
		.map((pod): RankedPod => ({ pod, rank: onNode.get(pod.spec.nodeName ?? '') ?? 0 }))
		.sort((a, b) => compareForDeletion(a, b, nowMs).order);
	const firstToStay = ranked[count]!;
	return ranked.slice(0, count).map((entry) => ({
		pod: entry.pod,
		because: compareForDeletion(entry, firstToStay, nowMs).rule ?? 'uid'
	}));
}
