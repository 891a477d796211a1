import { isSidecar } from '#lib/kubernetes/pod-status/container-status.ts';
import type { Container, ContainerState, ContainerStatus, Pod } from '#lib/kubernetes/pod.ts';
import type { RuntimeContainer } from '../container-runtime/runtime-state.ts';
import { shouldRestart } from './pod-actions.ts';
import type { ProbeResults } from './prober.ts';

/** Why a container could not be started, until it is. */
export interface StartFailure {
	readonly reason: string;
	readonly message: string;
}

/** What the status of a Pod's containers is made from. */
export interface ContainerFacts {
	/** The Pod's containers in the runtime, oldest attempt first. */
	readonly known: readonly RuntimeContainer[];
	readonly failures: ReadonlyMap<string, StartFailure>;
	/** Epoch ms of cluster time 0. */
	readonly epochMs: number;
	/** Its containers won't be started again. */
	readonly ended: boolean;
	readonly probes: ProbeResults;
}

/**
 * `containerStatuses` and `initContainerStatuses`: the runtime's newest attempt of each, the one before it as lastState, and
 * for those that can't be started the reason. Models pkg/kubelet/kubelet_pods.go convertToAPIContainerStatuses.
 */
export function containerStatuses(pod: Pod, facts: ContainerFacts) {
	const { containers, initContainers = [] } = pod.spec;
	const waiting = initContainers.length > 0 ? 'PodInitializing' : 'ContainerCreating';
	return {
		containers: containers.map((container) => statusOf(pod, container, false, waiting, facts)),
		initContainers: initContainers.map((container) =>
			statusOf(pod, container, true, 'PodInitializing', facts)
		)
	};
}

function statusOf(
	pod: Pod,
	container: Container,
	isInit: boolean,
	defaultWaiting: string,
	{ known, failures, epochMs, ended, probes }: ContainerFacts
): ContainerStatus {
	const attempts = known.filter(
		({ name, state }) => name === container.name && state !== 'created'
	);
	const newest = attempts.at(-1);
	const before = attempts.at(-2);
	const failure = failures.get(container.name);
	const running = newest?.state === 'running';
	const sidecar = isInit && isSidecar(container);
	let state: ContainerState =
		newest === undefined ? { waiting: { reason: defaultWaiting } } : stateOf(newest, epochMs);
	let lastState: ContainerState = before === undefined ? {} : stateOf(before, epochMs);
	const failed =
		failure !== undefined && !running && !ended && shouldRestart(pod, container, isInit, newest);
	if (failed) {
		if (state.terminated !== undefined) lastState = state;
		state = { waiting: { reason: failure.reason, message: failure.message } };
	}
	const done = newest?.state === 'exited' && newest.exitCode === 0;
	return {
		name: container.name,
		state,
		lastState,
		ready: isInit && !sidecar ? done : running && probes.ready(container.name),
		restartCount: newest?.attempt ?? 0,
		image: newest?.image ?? container.image ?? '',
		imageID: newest?.imageRef ?? '',
		...(newest === undefined ? undefined : { containerID: `containerd://${newest.id}` }),
		started: running && probes.started(container.name),
		...(newest === undefined ? undefined : resourcesOf(container)),
		...(container.volumeMounts === undefined || container.volumeMounts.length === 0
			? undefined
			: { volumeMounts: container.volumeMounts.map(mountStatus) })
	};
}

/** What the container has, and what the node has set aside for it. Models convertContainerStatusResources. */
function resourcesOf({ resources = {} }: Container): Partial<ContainerStatus> {
	const { requests } = resources;
	return { resources, ...(requests === undefined ? undefined : { allocatedResources: requests }) };
}

function stateOf(container: RuntimeContainer, epochMs: number): ContainerState {
	const startedAt = timestamp(epochMs + container.startedMs);
	if (container.state === 'running') return { running: { startedAt } };
	return {
		terminated: {
			exitCode: container.exitCode,
			reason: container.reason,
			...(container.message === '' ? undefined : { message: container.message }),
			startedAt,
			finishedAt: timestamp(epochMs + container.finishedMs),
			containerID: `containerd://${container.id}`
		}
	};
}

function mountStatus({
	name,
	mountPath,
	readOnly
}: NonNullable<Container['volumeMounts']>[number]) {
	return {
		name,
		mountPath,
		...(readOnly === true ? { readOnly, recursiveReadOnly: 'Disabled' } : undefined)
	};
}

function timestamp(epochMs: number): string {
	return new Date(epochMs).toISOString().slice(0, 19) + 'Z';
}
