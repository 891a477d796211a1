import type { PodPhase } from '#lib/kubernetes/pod.ts';

/** The event of the pod-lifecycle machine that a status is. */
export function lifecycleEvent(
	phase: PodPhase,
	conditions: readonly { type: string; status: string }[]
): string {
	const holds = (type: string): boolean =>
		conditions.some((condition) => condition.type === type && condition.status === 'True');
	switch (phase) {
		case 'Running':
			return holds('Ready') ? 'READY' : 'RUNNING';
		case 'Succeeded':
			return 'SUCCEEDED';
		case 'Failed':
			return 'FAILED';
		default:
			return holds('Initialized') ? 'WAITING' : 'INITIALIZING';
	}
}
