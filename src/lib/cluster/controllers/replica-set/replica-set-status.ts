import type { Pod } from '#lib/kubernetes/pod.ts';
import type {
	ReplicaSet,
	ReplicaSetCondition,
	ReplicaSetStatus
} from '#lib/kubernetes/replica-set.ts';
import { isPodAvailable, isPodReady, readySinceMs } from '../pod-activity.ts';

/** Why Pods could not be made or deleted. */
export interface ReplicaFailure {
	readonly reason: 'FailedCreate' | 'FailedDelete';
	readonly message: string;
}

/**
 * The status that a ReplicaSet should have. Models pkg/controller/replicaset/replica_set_utils.go calculateStatus.
 *
 * @param failure of this round
 * @param wallMs epoch ms
 * @param now the same as the API writes it
 */
export function replicaSetStatus(
	{ spec, status, metadata }: ReplicaSet,
	active: readonly Pod[],
	terminating: number,
	failure: ReplicaFailure | undefined,
	wallMs: number,
	now: string
): ReplicaSetStatus {
	const labels = Object.entries(spec.template.metadata?.labels ?? {});
	const minReadySeconds = spec.minReadySeconds ?? 0;
	const counts = { fullyLabeledReplicas: 0, readyReplicas: 0, availableReplicas: 0 };
	for (const pod of active) {
		const own = pod.metadata.labels;
		if (labels.every(([key, value]) => own?.[key] === value)) counts.fullyLabeledReplicas++;
		if (!isPodReady(pod)) continue;
		counts.readyReplicas++;
		if (isPodAvailable(pod, minReadySeconds, wallMs)) counts.availableReplicas++;
	}
	const conditions = failureConditions(status.conditions ?? [], failure, now);
	return {
		replicas: active.length,
		...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
		terminatingReplicas: terminating,
		observedGeneration: metadata.generation ?? 0,
		...(conditions.length > 0 ? { conditions } : undefined)
	};
}

/** A failure that stands keeps its first message. */
function failureConditions(
	conditions: readonly ReplicaSetCondition[],
	failure: ReplicaFailure | undefined,
	now: string
): readonly ReplicaSetCondition[] {
	if (failure === undefined) return conditions.filter(({ type }) => type !== 'ReplicaFailure');
	if (conditions.some(({ type }) => type === 'ReplicaFailure')) return conditions;
	const condition = { type: 'ReplicaFailure', status: 'True', lastTransitionTime: now } as const;
	return [...conditions, { ...condition, ...failure }];
}

/**
 * When the next Pod will have been ready for long enough, ms from now; undefined if none is on the way.
 * Models pkg/controller/controller_utils.go FindMinNextPodAvailabilityCheck.
 */
export function nextAvailabilityMs(
	{ spec }: ReplicaSet,
	active: readonly Pod[],
	wallMs: number
): number | undefined {
	const minReadyMs = (spec.minReadySeconds ?? 0) * 1000;
	if (minReadyMs === 0) return undefined;
	let next: number | undefined;
	for (const pod of active) {
		const since = readySinceMs(pod);
		if (since === undefined || since + minReadyMs <= wallMs) continue;
		next = Math.min(next ?? Infinity, since + minReadyMs - wallMs);
	}
	return next;
}
