import type { Pod } from '#lib/kubernetes/pod.ts';
import type { SandboxState } from '#lib/trace/cluster-state.ts';

/** A Pod's state as a shape, so that colour is never the only sign. */
export type PodShape = 'place' | 'waiting' | 'creating' | 'running' | 'ready' | 'ended' | 'failed';

export interface PodState {
	readonly shape: PodShape;
	/** As in kubectl's STATUS column. */
	readonly word: string;
	readonly terminating: boolean;
}

/**
 * What a Pod's card says. The word follows kubernetes/pkg/printers/internalversion/printers.go printPod: a waiting or
 * ended container speaks for the Pod, a deletion speaks before all.
 */
export function podState(pod: Pod | null, sandbox: SandboxState | null): PodState {
	if (!pod) {
		// The object is gone: kubectl has no word for it any more, whatever may still run.
		const running = sandbox !== null && sandbox.stoppedAtMs === null;
		return { shape: running ? 'running' : 'place', word: '', terminating: false };
	}
	const terminating = pod.metadata.deletionTimestamp !== undefined;
	const word = terminating ? 'Terminating' : statusWord(pod);
	return { shape: shapeOf(pod, sandbox, word), word, terminating };
}

function isReady(pod: Pod): boolean {
	return (
		pod.status.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ?? false
	);
}

function statusWord({ spec, status }: Pod): string {
	let word = status.reason ?? status.phase ?? 'Pending';
	const inits = status.initContainerStatuses ?? [];
	for (const [i, { state, started, ready }] of inits.entries()) {
		if (state?.terminated?.exitCode === 0) continue;
		if (spec.initContainers?.[i]?.restartPolicy === 'Always' && (started || ready)) continue;
		const reason = state?.terminated ? endedWord(state.terminated) : state?.waiting?.reason;
		if (reason && reason !== 'PodInitializing') return `Init:${reason}`;
		return `Init:${i}/${spec.initContainers?.length ?? inits.length}`;
	}
	let hasRunning = false;
	for (const { state, ready } of [...(status.containerStatuses ?? [])].reverse()) {
		if (state?.waiting?.reason) word = state.waiting.reason;
		else if (state?.terminated) word = endedWord(state.terminated);
		else if (ready && state?.running) hasRunning = true;
	}
	if (word === 'Completed' && hasRunning) return 'Running';
	return word;
}

function endedWord({
	reason,
	signal,
	exitCode
}: {
	reason?: string;
	signal?: number;
	exitCode: number;
}): string {
	if (reason) return reason;
	return signal ? `Signal:${signal}` : `ExitCode:${exitCode}`;
}

function shapeOf(pod: Pod, sandbox: SandboxState | null, word: string): PodShape {
	if (pod.status.phase === 'Failed' || /Error|BackOff|OOMKilled|Err|Invalid/.test(word))
		return 'failed';
	if (pod.status.phase === 'Succeeded') return 'ended';
	if (isReady(pod)) return 'ready';
	if (pod.status.phase === 'Running') return 'running';
	if (sandbox || pod.status.containerStatuses?.length) return 'creating';
	return pod.spec.nodeName ? 'waiting' : 'place';
}
