import type { KubeObject } from '#lib/kubernetes/object.ts';
import { endpointSliceStrategy } from './endpoint-slice.ts';
import { podStrategy } from './pod.ts';
import { deploymentStrategy, replicaSetStrategy } from './workload.ts';

/** What a kind does differently when it is created, changed or deleted (registry/core/<kind>/strategy.go). */
export interface Strategy {
	/** Fields that only the system sets are cleared, the first status is given. */
	prepareForCreate?(object: KubeObject): KubeObject;
	/** A plain update keeps the status; a status update keeps everything else. */
	prepareForUpdate?(updated: KubeObject, current: KubeObject): KubeObject;
	/**
	 * Seconds that deleting it leaves it, undefined if it goes at once. `asked` is what the client asked for.
	 * Models CheckGracefulDelete of the kind's strategy.
	 */
	gracePeriodSeconds?(object: KubeObject, asked: number | undefined): number;
	/** Whether a change counts for `metadata.generation`. A kind without this has no generation. */
	changesGeneration?(updated: KubeObject, current: KubeObject): boolean;
}

const strategies: Readonly<Record<string, Strategy>> = {
	deployments: deploymentStrategy,
	endpointslices: endpointSliceStrategy,
	pods: podStrategy,
	replicasets: replicaSetStrategy,
	namespaces: {
		prepareForCreate: (object) => ({
			...object,
			spec: { finalizers: ['kubernetes'] },
			status: { phase: 'Active' }
		})
	}
};

const plain: Strategy = {};

export function strategyOf(resource: string): Strategy {
	return strategies[resource] ?? plain;
}
