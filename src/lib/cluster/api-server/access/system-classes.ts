import type { KubeObject } from '#lib/kubernetes/object.ts';

function systemClass(name: string, value: number, description: string): KubeObject {
	return {
		kind: 'PriorityClass',
		apiVersion: 'scheduling.k8s.io/v1',
		metadata: { name, generation: 1 },
		value,
		description,
		preemptionPolicy: 'PreemptLowerPriority'
	};
}

/** The priority classes that every cluster has. Models pkg/apis/scheduling/v1/helpers.go. */
export const systemClasses: readonly KubeObject[] = [
	systemClass(
		'system-cluster-critical',
		2_000_000_000,
		'Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.'
	),
	systemClass(
		'system-node-critical',
		2_000_001_000,
		'Used for system critical pods that must not be moved from their current node.'
	)
];
