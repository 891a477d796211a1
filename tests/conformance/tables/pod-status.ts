import type { ContainerStatus, PodPhase, PodSpec, PodStatus } from '#lib/kubernetes/pod.ts';
import {
	type ConditionFacts,
	containersReadyCondition,
	initializedCondition,
	readyCondition,
	readyToStartContainersCondition,
	type SandboxStatus
} from '#lib/kubernetes/pod-status/conditions.ts';
import { podPhase } from '#lib/kubernetes/pod-status/pod-phase.ts';
import { compared } from '../outcome.ts';
import { type CaseRunner, computed, type TableRunners } from '../table.ts';

interface PhaseInput {
	readonly pod: { readonly spec: PodSpec; readonly status: PodStatus };
	readonly podIsTerminal: boolean;
}

const phase = computed(({ pod: { spec, status }, podIsTerminal }: PhaseInput) => {
	const statuses = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
	return { phase: podPhase(spec, statuses, podIsTerminal) };
}, compared);

interface ConditionInput {
	readonly spec: Partial<PodSpec> | null;
	readonly containerStatuses: readonly ContainerStatus[] | null;
	readonly podPhase: PodPhase;
	readonly conditions?: readonly ConditionFacts[];
}

type Generate = (
	spec: PodSpec,
	statuses: readonly ContainerStatus[] | null,
	phase: PodPhase,
	conditions?: readonly ConditionFacts[]
) => ConditionFacts;

/** An empty reason or message is none; what the case doesn't say isn't compared. */
function condition(generate: Generate, withMessage: boolean): CaseRunner {
	return ({ input, expected }) => {
		const { spec, containerStatuses, podPhase: phase, conditions } = input as ConditionInput;
		const whole: PodSpec = { containers: [], ...spec };
		const got = generate(whole, containerStatuses, phase, conditions);
		const wanted = (expected as { condition: ConditionFacts }).condition;
		return compared(plain(wanted, withMessage), plain(got, withMessage));
	};
}

function plain({ type, status, reason, message }: ConditionFacts, withMessage: boolean): object {
	const texts = { reason: reason || undefined, message: message || undefined };
	return { type, status, ...texts, ...(withMessage ? {} : { message: undefined }) };
}

export const podStatusTables: TableRunners = {
	'pod-phase': phase,
	'pod-phase-init': phase,
	'pod-phase-sidecar': phase,
	'pod-condition-containers-ready': condition(containersReadyCondition, true),
	'pod-condition-initialized': condition(initializedCondition, false),
	'pod-condition-ready': condition(readyCondition, true),
	'pod-condition-ready-to-start-containers': computed(
		({ sandboxes, hostNetwork }: { sandboxes: SandboxStatus[]; hostNetwork?: boolean }) => ({
			status: readyToStartContainersCondition(sandboxes, hostNetwork).status
		}),
		compared
	)
};
