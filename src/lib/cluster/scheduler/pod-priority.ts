import type { Pod } from '#lib/kubernetes/pod.ts';

export function priorityOf({ spec }: Pod): number {
	return spec.priority ?? 0;
}

/** When a Pod started, ms; one that hasn't started counts as starting last. */
export function startOf({ status }: Pod): number {
	return status.startTime === undefined ? Infinity : Date.parse(status.startTime);
}

/** Negative when `a` is the more important: by priority, then by age. Models pkg/scheduler/util/utils.go MoreImportantPod. */
export function byImportance(a: Pod, b: Pod): number {
	const difference = priorityOf(b) - priorityOf(a);
	if (difference !== 0) return difference;
	const [first, second] = [startOf(a), startOf(b)];
	return first === second ? 0 : first - second;
}
