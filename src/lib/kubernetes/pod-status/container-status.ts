import type { Container, ContainerStatus, PodSpec } from '../pod.ts';

/** An init container that keeps running beside the others. */
export function isSidecar(container: Container): boolean {
	return container.restartPolicy === 'Always';
}

export function statusOf(
	statuses: readonly ContainerStatus[],
	name: string
): ContainerStatus | undefined {
	return statuses.find((status) => status.name === name);
}

/** Models pkg/kubelet/container/helpers.go HasAnyRegularContainerStarted. */
export function anyRegularContainerStarted(
	spec: PodSpec,
	statuses: readonly ContainerStatus[]
): boolean {
	return spec.containers.some(({ name }) => {
		const state = statusOf(statuses, name)?.state;
		return Boolean(state?.running ?? state?.terminated);
	});
}
