import type { Container, ContainerStatus, PodPhase, PodSpec } from '../pod.ts';
import { anyRegularContainerStarted, isSidecar, statusOf } from './container-status.ts';

interface Count {
	unknown: number;
	running: number;
	waiting: number;
	stopped: number;
	succeeded: number;
	pendingInit: number;
	pendingSidecar: number;
	failedInit: number;
}

/**
 * The phase that the kubelet gives a Pod.
 *
 * Models pkg/kubelet/kubelet_pods.go getPhase.
 *
 * @param statuses of init containers and containers together
 * @param podIsTerminal its containers won't be restarted any more: it is being deleted or was evicted, and they stopped
 * @param isStatic a static Pod never gets a terminal phase from `podIsTerminal`
 */
export function podPhase(
	spec: PodSpec,
	statuses: readonly ContainerStatus[],
	podIsTerminal: boolean,
	isStatic = false
): PodPhase {
	const count = countContainers(spec, statuses);
	if (count.failedInit > 0 && spec.restartPolicy === 'Never') return 'Failed';
	const waitsForInit =
		count.pendingInit > 0 ||
		(count.pendingSidecar > 0 && !anyRegularContainerStarted(spec, statuses));
	if (waitsForInit || count.waiting > 0 || count.unknown > 0) return 'Pending';
	if (count.running > 0) return 'Running';
	if (count.stopped === 0) return 'Pending';
	const allSucceeded = count.stopped === count.succeeded;
	if (podIsTerminal && !isStatic) return allSucceeded ? 'Succeeded' : 'Failed';
	if (spec.restartPolicy === 'Always') return 'Running';
	if (allSucceeded) return 'Succeeded';
	return spec.restartPolicy === 'Never' ? 'Failed' : 'Running';
}

function countContainers(spec: PodSpec, statuses: readonly ContainerStatus[]): Count {
	const count: Count = {
		unknown: 0,
		running: 0,
		waiting: 0,
		stopped: 0,
		succeeded: 0,
		pendingInit: 0,
		pendingSidecar: 0,
		failedInit: 0
	};
	for (const container of spec.initContainers ?? []) {
		const status = statusOf(statuses, container.name);
		if (isSidecar(container)) countSidecar(count, status);
		else countInit(count, status);
	}
	for (const container of spec.containers) countRegular(count, container, statuses);
	return count;
}

function countInit(count: Count, status: ContainerStatus | undefined): void {
	const waitingAgain = status?.state?.waiting && status.lastState?.terminated;
	const ended = status?.state?.running ? undefined : (status?.state?.terminated ?? waitingAgain);
	if (!ended) count.pendingInit += 1;
	else if (ended.exitCode !== 0) count.failedInit += 1;
}

/** One that ended is not counted: it comes back, and the phase doesn't depend on it. */
function countSidecar(count: Count, status: ContainerStatus | undefined): void {
	if (status === undefined) {
		count.unknown += 1;
	} else if (status.state?.running) {
		count.running += 1;
		if (!status.started) count.pendingSidecar += 1;
	} else if (status.state?.waiting) {
		if (status.lastState?.terminated) return;
		count.pendingSidecar += 1;
		count.waiting += 1;
	} else if (!status.state?.terminated) {
		count.pendingSidecar += 1;
		count.unknown += 1;
	}
}

function countRegular(
	count: Count,
	container: Container,
	statuses: readonly ContainerStatus[]
): void {
	const status = statusOf(statuses, container.name);
	const state = status?.state;
	if (state?.running) {
		count.running += 1;
	} else if (state?.terminated) {
		count.stopped += 1;
		if (state.terminated.exitCode === 0) count.succeeded += 1;
	} else if (state?.waiting) {
		if (status?.lastState?.terminated) count.stopped += 1;
		else count.waiting += 1;
	} else {
		count.unknown += 1;
	}
}
