import type { Pod } from '#lib/kubernetes/pod.ts';

/** Neither at its end nor on its way out. Models pkg/controller/controller_utils.go IsPodActive. */
export function isPodActive({ status, metadata }: Pod): boolean {
	return !isPodTerminal(status.phase) && metadata.deletionTimestamp === undefined;
}

/** On its way out. Models controller_utils.go IsPodTerminating. */
export function isPodTerminating({ status, metadata }: Pod): boolean {
	return !isPodTerminal(status.phase) && metadata.deletionTimestamp !== undefined;
}

/** At its end. Models pkg/api/v1/pod/util.go IsPodPhaseTerminal. */
export function isPodTerminal(phase: string | undefined): boolean {
	return phase === 'Failed' || phase === 'Succeeded';
}

/** Models pkg/api/v1/pod/util.go IsPodReady. */
export function isPodReady({ status }: Pod): boolean {
	return status.conditions?.find(({ type }) => type === 'Ready')?.status === 'True';
}

/** Since when it is ready, epoch ms; undefined if it isn't, or nobody says since when. */
export function readySinceMs({ status }: Pod): number | undefined {
	const ready = status.conditions?.find(({ type }) => type === 'Ready');
	return ready?.status === 'True' ? timeMs(ready.lastTransitionTime) : undefined;
}

/**
 * Ready for long enough. Models pkg/api/v1/pod/util.go IsPodAvailable.
 *
 * @param nowMs epoch ms
 */
export function isPodAvailable(pod: Pod, minReadySeconds: number, nowMs: number): boolean {
	if (!isPodReady(pod)) return false;
	if (minReadySeconds === 0) return true;
	const since = readySinceMs(pod);
	return since !== undefined && since + minReadySeconds * 1000 <= nowMs;
}

/** Epoch ms of a `metav1.Time`. */
export function timeMs(text: string | null | undefined): number | undefined {
	return text ? Date.parse(text) : undefined;
}
