import type { Turn } from './pod-container.ts';

/**
 * Stops containers all at once; sidecars get their SIGTERM when the containers that they serve have ended, the last one
 * first. Models pkg/kubelet/kuberuntime/kuberuntime_termination_order.go.
 *
 * @param sidecars names in the order in which they were started
 */
export function stopAll(
	running: readonly string[],
	sidecars: readonly string[],
	stop: (name: string, onStopped: () => void, turn: Turn) => void,
	onAllStopped: () => void
): void {
	if (running.length === 0) return onAllStopped();
	const left = new Set(running);
	const queued = new Map<string, () => void>();
	const mayStop = (name: string): boolean =>
		!sidecars.includes(name) ||
		[...left].every(
			(other) => sidecars.includes(other) && sidecars.indexOf(other) <= sidecars.indexOf(name)
		);
	const stopped = (name: string): void => {
		left.delete(name);
		for (const [waiting, go] of queued) if (mayStop(waiting) && queued.delete(waiting)) go();
		if (left.size === 0) onAllStopped();
	};
	for (const name of running) {
		stop(
			name,
			() => stopped(name),
			(go) => {
				if (mayStop(name)) go();
				else queued.set(name, go);
			}
		);
	}
}
