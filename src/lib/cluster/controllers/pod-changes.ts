import type { Pod } from '#lib/kubernetes/pod.ts';

/** A Pod that a Service selects. */
export interface SelectedPod {
	readonly pod: Pod;
	/** Pods stand in the order in which they were first selected. */
	readonly place: number;
}

/** Which Pods behind each Service changed since its one reader last asked: as they are now, null for those that are gone. */
export class PodChanges {
	private readonly changed = new Map<string, Map<string, SelectedPod | null>>();

	note(service: string, pod: string, selected: SelectedPod | null): void {
		let pods = this.changed.get(service);
		if (pods === undefined) this.changed.set(service, (pods = new Map()));
		pods.set(pod, selected);
	}

	take(service: string): ReadonlyMap<string, SelectedPod | null> {
		const pods = this.changed.get(service);
		this.changed.delete(service);
		return pods ?? new Map();
	}
}
