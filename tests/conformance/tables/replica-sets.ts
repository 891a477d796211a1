import {
	compareActivePods,
	compareForDeletion
} from '#lib/cluster/controllers/replica-set/deletion-order.ts';
import type { Pod, PodPhase } from '#lib/kubernetes/pod.ts';
import { compared } from '../outcome.ts';
import { computed, type TableRunners } from '../table.ts';

interface PodInput {
	readonly name: string;
	readonly node?: string;
	readonly nodeName?: string;
	readonly phase: PodPhase;
	readonly ready: boolean;
	readonly readySecondsAgo?: number | null;
	readonly createdSecondsAgo?: number | null;
	readonly restarts?: number | readonly number[];
	readonly sidecarRestarts?: number;
	readonly deletionCost?: string | number | null;
}

const nowMs = Date.parse('2026-01-02T03:04:05Z');

function ago(seconds: number | null | undefined): string | undefined {
	return seconds == null ? undefined : new Date(nowMs - seconds * 1000).toISOString();
}

function podOf(input: PodInput): Pod {
	const created = ago(input.createdSecondsAgo);
	const ready = ago(input.readySecondsAgo);
	const sidecar = { name: 'sidecar', restartPolicy: 'Always' as const };
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {
			name: input.name,
			...(created === undefined ? undefined : { creationTimestamp: created }),
			...(input.deletionCost == null
				? undefined
				: {
						annotations: {
							'controller.kubernetes.io/pod-deletion-cost': String(input.deletionCost)
						}
					})
		},
		spec: {
			nodeName: input.nodeName ?? input.node ?? '',
			containers: [],
			initContainers: [sidecar]
		},
		status: {
			phase: input.phase,
			conditions: [
				{
					type: 'Ready',
					status: input.ready ? 'True' : 'False',
					...(ready === undefined ? undefined : { lastTransitionTime: ready })
				}
			],
			containerStatuses: [input.restarts ?? 0]
				.flat()
				.map((restartCount, index) => ({ name: `c${index}`, restartCount })),
			initContainerStatuses: [{ name: 'sidecar', restartCount: input.sidecarRestarts ?? 0 }]
		}
	};
}

function word(order: number): string {
	return order < 0 ? 'a-first' : order > 0 ? 'b-first' : 'equal';
}

interface Ranked {
	readonly pod: PodInput;
	readonly rank: number;
}

export const replicaSetTables: TableRunners = {
	'active-pods-deletion-order': computed(
		({ a, b }: { a: PodInput; b: PodInput }) => word(compareActivePods(podOf(a), podOf(b)).order),
		compared
	),
	'replicaset-pod-deletion-order': computed(({ a, b }: { a: Ranked; b: Ranked }) => {
		const ranked = ({ pod, rank }: Ranked) => ({ pod: podOf(pod), rank });
		return word(compareForDeletion(ranked(a), ranked(b), nowMs).order);
	}, compared)
};
