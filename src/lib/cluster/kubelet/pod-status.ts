import {
	containersReadyCondition,
	initializedCondition,
	readyCondition,
	readyToStartContainersCondition,
	type ConditionFacts
} from '#lib/kubernetes/pod-status/conditions.ts';
import { podPhase } from '#lib/kubernetes/pod-status/pod-phase.ts';
import type { Condition, Pod, PodPhase, PodStatus } from '#lib/kubernetes/pod.ts';
import type { Sandbox } from '../container-runtime/runtime-state.ts';
import type { GivingUp } from './active-deadline.ts';
import { containerStatuses, type ContainerFacts } from './container-statuses.ts';

/** What the kubelet knows when it makes a Pod's status. */
export interface StatusFacts extends ContainerFacts {
	readonly sandbox: Sandbox | undefined;
	readonly hostIP: string;
	readonly startTime: string;
	/** The cluster's clock, RFC 3339. */
	readonly now: string;
	/** The status that the kubelet gave last, for what carries over. */
	readonly previous: PodStatus;
	/** Why the kubelet gave the Pod up: it has failed, however its containers ended. */
	readonly verdict?: GivingUp;
	/** Containers may still be running, so a terminal phase is not said yet. */
	readonly mayStillRun: boolean;
}

/**
 * A Pod's status from what runs on the node. Models pkg/kubelet/kubelet_pods.go generateAPIPodStatus and
 * status/status_manager.go mergePodStatus (a terminal phase waits until nothing can be running any more).
 */
export function podStatus(pod: Pod, facts: StatusFacts): { status: PodStatus; phase: PodPhase } {
	const { containers, initContainers } = containerStatuses(pod, facts);
	const all = [...initContainers, ...containers];
	const phase = facts.verdict === undefined ? podPhase(pod.spec, all, facts.ended) : 'Failed';
	const terminal = phase === 'Succeeded' || phase === 'Failed';
	const shown = terminal && facts.mayStillRun ? (facts.previous.phase ?? 'Pending') : phase;
	const sandboxes =
		facts.sandbox === undefined
			? []
			: [{ state: facts.sandbox.ready ? 'READY' : 'NOTREADY', ip: facts.sandbox.ip }];
	const made: ConditionFacts[] = [
		readyToStartContainersCondition(sandboxes, pod.spec.hostNetwork),
		initializedCondition(pod.spec, all, phase),
		readyCondition(pod.spec, all, phase, facts.previous.conditions),
		containersReadyCondition(pod.spec, all, phase),
		{ type: 'PodScheduled', status: 'True' },
		...disruption(facts.verdict)
	];
	const ip = facts.sandbox?.ip;
	const status: PodStatus = {
		observedGeneration: pod.metadata.generation,
		phase: shown,
		...(terminal && !facts.mayStillRun ? reasonOf(facts.verdict) : undefined),
		conditions: mergeConditions(made, facts.previous.conditions ?? [], facts.now, pod),
		hostIP: facts.hostIP,
		hostIPs: [{ ip: facts.hostIP }],
		...(ip === undefined ? undefined : { podIP: ip, podIPs: [{ ip }] }),
		startTime: facts.startTime,
		...(initContainers.length === 0 ? undefined : { initContainerStatuses: initContainers }),
		containerStatuses: containers,
		qosClass: pod.status.qosClass
	};
	return { status, phase };
}

function reasonOf(verdict: GivingUp | undefined): Pick<PodStatus, 'reason' | 'message'> {
	return verdict === undefined ? {} : { reason: verdict.reason, message: verdict.message };
}

/** Models pkg/kubelet/eviction/eviction_manager.go evictPod. */
function disruption(verdict: GivingUp | undefined): ConditionFacts[] {
	if (verdict?.disrupts !== true) return [];
	const { message } = verdict;
	return [{ type: 'DisruptionTarget', status: 'True', reason: 'TerminationByKubelet', message }];
}

/** A condition's transition time changes only when its status does; conditions of others stay. */
function mergeConditions(
	made: readonly ConditionFacts[],
	previous: readonly Condition[],
	now: string,
	pod: Pod
): Condition[] {
	const mine = made.map<Condition>((condition) => {
		const before = previous.find(({ type }) => type === condition.type);
		return {
			...condition,
			lastProbeTime: null,
			lastTransitionTime:
				before?.status === condition.status ? (before.lastTransitionTime ?? now) : now,
			observedGeneration: pod.metadata.generation
		};
	});
	const others = previous.filter(({ type }) => !mine.some((condition) => condition.type === type));
	return [...mine, ...others];
}
