import type { Condition, ContainerStatus, PodPhase, PodSpec } from '../pod.ts';
import { anyRegularContainerStarted, isSidecar, statusOf } from './container-status.ts';

/** What a condition says; its times are the caller's. */
export type ConditionFacts = Pick<Condition, 'type' | 'status' | 'reason' | 'message'>;

function no(type: string, reason: string, message?: string): ConditionFacts {
	return message === undefined
		? { type, status: 'False', reason }
		: { type, status: 'False', reason, message };
}

function listed(what: string, names: readonly string[]): string[] {
	return names.length === 0 ? [] : [`containers with ${what} status: [${names.join(' ')}]`];
}

/**
 * `ContainersReady`: every sidecar and container is ready.
 *
 * Models pkg/kubelet/status/generate.go GenerateContainersReadyCondition.
 *
 * @param statuses of init containers and containers; null when the runtime hasn't been asked yet
 */
export function containersReadyCondition(
	spec: PodSpec,
	statuses: readonly ContainerStatus[] | null | undefined,
	phase: PodPhase
): ConditionFacts {
	const type = 'ContainersReady';
	if (!statuses) return no(type, 'UnknownContainerStatuses');
	const long = [...(spec.initContainers ?? []).filter(isSidecar), ...spec.containers];
	const unknown: string[] = [];
	const unready: string[] = [];
	for (const { name } of long) {
		const status = statusOf(statuses, name);
		if (!status) unknown.push(name);
		else if (!status.ready) unready.push(name);
	}
	if (phase === 'Succeeded' && unknown.length === 0) return no(type, 'PodCompleted');
	if (phase === 'Failed') return no(type, 'PodFailed');
	const messages = [...listed('unknown', unknown), ...listed('unready', unready)];
	if (messages.length > 0) return no(type, 'ContainersNotReady', messages.join(', '));
	return { type, status: 'True' };
}

/**
 * `Ready`: `ContainersReady` and every readiness gate.
 *
 * Models pkg/kubelet/status/generate.go GeneratePodReadyCondition.
 *
 * @param conditions those that others have set on the Pod, where the gates are found
 */
export function readyCondition(
	spec: PodSpec,
	statuses: readonly ContainerStatus[] | null | undefined,
	phase: PodPhase,
	conditions: readonly ConditionFacts[] = []
): ConditionFacts {
	const type = 'Ready';
	const containers = containersReadyCondition(spec, statuses, phase);
	if (containers.status !== 'True') return { ...containers, type };
	const messages: string[] = [];
	for (const { conditionType } of spec.readinessGates ?? []) {
		const gate = conditions.find((condition) => condition.type === conditionType);
		const name = JSON.stringify(conditionType);
		if (!gate) {
			messages.push(`corresponding condition of pod readiness gate ${name} does not exist.`);
		} else if (gate.status !== 'True') {
			messages.push(`the status of pod readiness gate ${name} is not "True", but ${gate.status}`);
		}
	}
	if (messages.length > 0) return no(type, 'ReadinessGatesNotReady', messages.join(', '));
	return { type, status: 'True' };
}

/**
 * `Initialized`: the init containers are done and the sidecars have started; true for good once a container has run.
 *
 * Models pkg/kubelet/status/generate.go GeneratePodInitializedCondition.
 */
export function initializedCondition(
	spec: PodSpec,
	statuses: readonly ContainerStatus[] | null | undefined,
	phase: PodPhase
): ConditionFacts {
	const type = 'Initialized';
	const init = spec.initContainers ?? [];
	if (!statuses && init.length > 0) return no(type, 'UnknownContainerStatuses');
	const unknown: string[] = [];
	const incomplete: string[] = [];
	for (const container of init) {
		const status = statusOf(statuses ?? [], container.name);
		if (!status) unknown.push(container.name);
		else if (!(isSidecar(container) ? status.started : status.ready)) {
			incomplete.push(container.name);
		}
	}
	if (phase === 'Succeeded' && unknown.length === 0) {
		return { type, status: 'True', reason: 'PodCompleted' };
	}
	const messages = [...listed('unknown', unknown), ...listed('incomplete', incomplete)];
	if (messages.length === 0 || anyRegularContainerStarted(spec, statuses ?? [])) {
		return { type, status: 'True' };
	}
	return no(type, 'ContainersNotInitialized', messages.join(', '));
}

/** What the runtime says of a Pod's sandbox. */
export interface SandboxStatus {
	readonly state: string;
	readonly ip?: string;
}

/**
 * `PodReadyToStartContainers`: there is one ready sandbox, with an address unless the Pod uses the host's network.
 *
 * Models pkg/kubelet/status/generate.go GeneratePodReadyToStartContainersCondition and
 * pkg/kubelet/kuberuntime/util/util.go PodSandboxChanged.
 *
 * @param sandboxes newest first
 */
export function readyToStartContainersCondition(
	sandboxes: readonly SandboxStatus[],
	hostNetwork = false
): ConditionFacts {
	const type = 'PodReadyToStartContainers';
	const ready = sandboxes.filter(({ state }) => state === 'READY').length;
	const newest = sandboxes[0];
	const usable = ready === 1 && newest?.state === 'READY' && (hostNetwork || Boolean(newest.ip));
	return { type, status: usable ? 'True' : 'False' };
}
