import type { Pod } from '#lib/kubernetes/pod.ts';
import { priorityOf } from './pod-priority.ts';

/**
 * Who is to have a place that isn't free yet: Pods that had others removed from a node. For Pods that are no more important
 * the place is taken. Models pkg/scheduler/backend/queue/nominator.go.
 */
export class Nominations {
	private readonly byUid = new Map<string, { readonly pod: Pod; readonly node: string }>();

	set(pod: Pod, node: string): void {
		if (node === '') this.byUid.delete(pod.metadata.uid!);
		else this.byUid.set(pod.metadata.uid!, { pod, node });
	}

	remove(pod: Pod): void {
		this.byUid.delete(pod.metadata.uid!);
	}

	/** What the status says counts when it changed; until then it is what the scheduler last decided. */
	update(after: Pod, before: Pod | null): void {
		const now = after.status.nominatedNodeName ?? '';
		if (now !== (before?.status.nominatedNodeName ?? '')) this.set(after, now);
	}

	/** Pods for which a node's place is kept from this one. */
	keptFrom(pod: Pod, node: string): readonly Pod[] {
		if (this.byUid.size === 0) return [];
		return this.on(node).filter(
			(other) => other.metadata.uid !== pod.metadata.uid && priorityOf(other) >= priorityOf(pod)
		);
	}

	/** Less important Pods that wait for a place on a node. */
	below(pod: Pod, node: string): readonly Pod[] {
		return this.on(node).filter((other) => priorityOf(other) < priorityOf(pod));
	}

	private on(node: string): Pod[] {
		return [...this.byUid.values()].flatMap((entry) => (entry.node === node ? [entry.pod] : []));
	}
}
