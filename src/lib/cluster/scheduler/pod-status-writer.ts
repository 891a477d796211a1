import type { ApiClient, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Condition, Pod } from '#lib/kubernetes/pod.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Writes what the scheduler has to say about a Pod into its status. Models pkg/scheduler/util/utils.go PatchPodStatus. */
export class PodStatusWriter {
	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient
	) {}

	/**
	 * Nothing is sent when all of it stands already. Models schedule_one.go updatePod.
	 *
	 * @param nominated the node whose place is kept, '' for none, undefined to leave it as it is
	 */
	unschedulable(pod: Pod, message: string, nominated: string | undefined): void {
		const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message };
		const known = pod.status.conditions?.find(({ type }) => type === condition.type);
		const stands =
			known?.status === 'False' &&
			known.reason === condition.reason &&
			known.message === message &&
			(known.observedGeneration ?? pod.metadata.generation) === pod.metadata.generation;
		const keeps = nominated === undefined || nominated === (pod.status.nominatedNodeName ?? '');
		if (stands && keeps) return;
		this.patch(pod, {
			...(stands ? undefined : { conditions: [this.dated(pod, condition, known)] }),
			...(keeps ? undefined : { nominatedNodeName: nominated === '' ? null : nominated })
		});
	}

	/** The Pod is about to be removed for a more important one. */
	disrupted(victim: Pod, schedulerName: string, onDone: (response: ApiResponse) => void): void {
		const condition = {
			type: 'DisruptionTarget',
			status: 'True',
			reason: 'PreemptionByScheduler',
			message: `${schedulerName}: preempting to accommodate a higher priority pod`
		};
		this.patch(victim, { conditions: [this.dated(victim, condition, undefined)] }, onDone);
	}

	giveUpPlace(pod: Pod): void {
		if (pod.status.nominatedNodeName) this.patch(pod, { nominatedNodeName: null });
	}

	private dated(
		pod: Pod,
		condition: Omit<Condition, 'status'> & { status: string },
		known?: Condition
	) {
		const { type, status, reason, message } = condition;
		return {
			type,
			status,
			lastProbeTime: null,
			lastTransitionTime:
				known?.status === status ? known.lastTransitionTime : this.kernel.timestamp(),
			reason,
			message,
			observedGeneration: pod.metadata.generation
		};
	}

	private patch(
		pod: Pod,
		status: Readonly<Record<string, unknown>>,
		onDone: (response: ApiResponse) => void = () => {}
	): void {
		const { name, namespace, uid } = pod.metadata;
		this.client.request(
			{
				method: 'PATCH',
				path: `/api/v1/namespaces/${namespace}/pods/${name}/status`,
				contentType: 'application/strategic-merge-patch+json',
				body: { metadata: { uid }, status }
			},
			onDone
		);
	}
}
