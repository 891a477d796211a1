import type { ContainerStatus, Pod, PodStatus } from '#lib/kubernetes/pod.ts';

const unknown = {
	terminated: {
		exitCode: 137,
		reason: 'ContainerStatusUnknown',
		message: 'The container could not be located when the pod was terminated'
	}
};

/**
 * The last status of a Pod of which nothing runs any more: containers that never ran count as killed, and the phase is one of
 * the two last ones. The same object when there is nothing to change.
 *
 * Models pkg/kubelet/status/status_manager.go TerminatePod, hasPodInitialized and initializedContainers.
 */
export function terminatedStatus(pod: Pod, status: PodStatus): PodStatus {
	const { containerStatuses = [], initContainerStatuses = [], phase } = status;
	const containers = isInitialized(pod, status) ? containerStatuses.map(ended) : containerStatuses;
	const begun = startedInits(initContainerStatuses);
	const inits = initContainerStatuses.map((each, index) => (index < begun ? ended(each) : each));
	const over = phase === 'Succeeded' || phase === 'Failed';
	const same = (before: readonly ContainerStatus[], after: readonly ContainerStatus[]): boolean =>
		before.every((each, index) => each === after[index]);
	if (over && same(containerStatuses, containers) && same(initContainerStatuses, inits)) {
		return status;
	}
	return {
		...status,
		phase: over ? phase : 'Failed',
		containerStatuses: containers,
		...(inits.length === 0 ? undefined : { initContainerStatuses: inits })
	};
}

function ended(status: ContainerStatus): ContainerStatus {
	return status.state?.terminated === undefined ? { ...status, state: unknown } : status;
}

/** Its containers have begun, or may have: the init containers are done. */
function isInitialized({ spec }: Pod, status: PodStatus): boolean {
	if ((spec.initContainers ?? []).length === 0) return true;
	const { containerStatuses = [], initContainerStatuses = [] } = status;
	const moved = containerStatuses.some(
		({ state, lastState }) =>
			lastState?.terminated !== undefined ||
			state?.running !== undefined ||
			state?.terminated !== undefined
	);
	const last = initContainerStatuses.at(-1);
	const done = [last?.lastState, last?.state].some((state) => state?.terminated?.exitCode === 0);
	return moved || done;
}

/** How many init containers have been tried, at least one. */
function startedInits(statuses: readonly ContainerStatus[]): number {
	const waits = ({ state, lastState }: ContainerStatus): boolean =>
		state?.waiting !== undefined && lastState?.terminated === undefined;
	return Math.max(1, statuses.findLastIndex((status) => !waits(status)) + 1);
}
