import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { PodStatusWriter } from '../pod-status-writer.ts';
import type { SchedulerEvents } from '../scheduler-events.ts';
import type { Candidate } from './victims.ts';

/**
 * Removes the Pods that are in a more important one's way, gracefully: it gets their place once they are gone.
 * Models framework/preemption/preemption.go prepareCandidateAsync, PreemptPod.
 */
export class Eviction {
	constructor(
		private readonly client: ApiClient,
		private readonly statuses: PodStatusWriter,
		private readonly events: SchedulerEvents
	) {}

	/** False when all victims are on their way out already. `onDone`: the last one has been asked to go. */
	begin(preemptor: Pod, { node, victims }: Candidate, onDone: () => void): boolean {
		const standing = victims.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
		let left = standing.length;
		for (const victim of standing) {
			this.evict(preemptor, victim, node.name, () => {
				left--;
				if (left === 0) onDone();
			});
		}
		return standing.length > 0;
	}

	private evict(preemptor: Pod, victim: Pod, node: string, onDone: () => void): void {
		const { schedulerName = 'default-scheduler' } = preemptor.spec;
		this.statuses.disrupted(victim, schedulerName, (marked) => {
			if (marked.code !== 200) {
				onDone();
				return;
			}
			const { name, namespace } = victim.metadata;
			const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
			this.client.request({ method: 'DELETE', path }, (deleted) => {
				if (deleted.code < 300) {
					const note = `Preempted by pod ${preemptor.metadata.uid} on node ${node}`;
					this.events.post(victim, 'Normal', 'Preempted', 'Preempting', note, preemptor);
				}
				onDone();
			});
		});
	}
}
