import type { Node, Taint } from '#lib/kubernetes/pod.ts';

/** What a node is tainted with when a condition of it is true. */
const taintKeys: ReadonlyMap<string, string> = new Map([
	['MemoryPressure', 'node.kubernetes.io/memory-pressure'],
	['DiskPressure', 'node.kubernetes.io/disk-pressure'],
	['PIDPressure', 'node.kubernetes.io/pid-pressure'],
	['NetworkUnavailable', 'node.kubernetes.io/network-unavailable']
]);

const ownKeys = new Set(taintKeys.values());

/**
 * The taints that a node should have, so that the scheduler heeds its conditions; the same list when it has them.
 *
 * Models pkg/controller/nodelifecycle/node_lifecycle_controller.go doNoScheduleTaintingPass, taintKeyToNodeConditionMap.
 */
export function conditionTaints({ spec, status }: Node, now: string): readonly Taint[] {
	const taints = spec.taints ?? [];
	const wanted = new Set(
		(status.conditions ?? []).flatMap(({ type, status: holds }) => {
			const key = taintKeys.get(type);
			return key === undefined || holds !== 'True' ? [] : [key];
		})
	);
	const isOwn = ({ key, effect }: Taint): boolean => effect === 'NoSchedule' && ownKeys.has(key);
	const kept = taints.filter((taint) => !isOwn(taint) || wanted.has(taint.key));
	const missing = [...wanted].filter((key) => !taints.some((one) => isOwn(one) && one.key === key));
	if (kept.length === taints.length && missing.length === 0) return taints;
	const added = missing.map<Taint>((key) => ({ key, effect: 'NoSchedule', timeAdded: now }));
	return [...kept, ...added];
}
