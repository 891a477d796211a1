import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Condition, ContainerState, ContainerStatus, Pod } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { GeneratedNames } from './generated-names.ts';

/** Per Pod (those of one maker together) the sequence of its distinct snapshots, `deleted` at the end when it is gone. */
export function projectPods(
	{ header, events }: Trace,
	names: GeneratedNames
): Readonly<Record<string, readonly unknown[][]>> {
	const sequences = new Map<string, unknown[]>();
	for (const event of events) {
		if (event.kind !== 'write' || event.atMs < header.startMs) continue;
		const pod = event.object ?? event.previous;
		if (pod?.kind !== 'Pod') continue;
		const name = pod.metadata.name ?? '';
		const sequence = sequences.get(name) ?? [];
		sequences.set(name, sequence);
		const next = event.object ? snapshot(event.object as Pod) : 'deleted';
		if (!isDeepEqual(sequence.at(-1), next)) sequence.push(next);
	}
	const groups: Record<string, unknown[][]> = {};
	for (const [name, sequence] of sequences) (groups[names.groupOf(name)] ??= []).push(sequence);
	return groups;
}

function snapshot({ metadata, spec, status }: Pod): object {
	return {
		phase: status.phase,
		reason: status.reason,
		scheduled: Boolean(spec.nodeName),
		podIP: Boolean(status.podIP),
		deleting: metadata.deletionTimestamp ? metadata.deletionGracePeriodSeconds : undefined,
		finalizers: metadata.finalizers?.length ? metadata.finalizers : undefined,
		conditions: Object.fromEntries((status.conditions ?? []).map(conditionText)),
		initContainerStatuses: containers(status.initContainerStatuses),
		containerStatuses: containers(status.containerStatuses)
	};
}

function conditionText({ type, status, reason }: Condition): [string, string] {
	return [type, reason ? `${status} ${reason}` : status];
}

function containers(statuses: readonly ContainerStatus[] | undefined): object | undefined {
	if (!statuses?.length) return undefined;
	return Object.fromEntries(
		statuses.map(({ name, state, lastState, ready, started, restartCount }) => [
			name,
			{
				state: stateFacts(state),
				lastState:
					lastState && Object.keys(lastState).length > 0 ? stateFacts(lastState) : undefined,
				ready: ready ?? false,
				started: started ?? false,
				restarts: restartCount ?? 0
			}
		])
	);
}

function stateFacts(state: ContainerState | undefined): object {
	if (state?.waiting) return { waiting: { reason: state.waiting.reason } };
	if (state?.running) return { running: {} };
	if (!state?.terminated) return {};
	const { reason, exitCode } = state.terminated;
	return { terminated: { reason, exitCode } };
}
