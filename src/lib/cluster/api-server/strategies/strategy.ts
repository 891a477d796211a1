import { kindRulesAt } from '#lib/kubernetes/kinds/known-kinds.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { RequestContext } from '../operation.ts';
import { customStrategy } from './custom.ts';
import { endpointSliceStrategy } from './endpoint-slice.ts';
import { namespaceStrategy } from './namespace.ts';
import { podStrategy } from './pod.ts';
import { serviceStrategy } from './service.ts';
import { deploymentStrategy, replicaSetStrategy } from './workload.ts';

/** What a kind does differently when it is created, changed or deleted (registry/core/<kind>/strategy.go). */
export interface Strategy {
	/**
	 * What the store does after admission and before it prepares the object, such as giving out addresses. `current` is null
	 * for a new object. Models BeginCreate and BeginUpdate of registry/generic/registry/store.go.
	 */
	begin?(
		object: KubeObject,
		current: KubeObject | null,
		context: RequestContext
	): KubeObject | Status;
	/** Fields that only the system sets are cleared, the first status is given. */
	prepareForCreate?(object: KubeObject, context: RequestContext): KubeObject;
	/** Of an update that isn't of the status; the status is already as it was. */
	prepareForUpdate?(updated: KubeObject, current: KubeObject): KubeObject;
	/** Of an update of the status (or of a Namespace's finalizers): metadata may have changed with it. */
	prepareForStatusUpdate?(updated: KubeObject, current: KubeObject): KubeObject;
	/** Why it may not be deleted. */
	refuseDelete?(current: KubeObject): Status | undefined;
	/** What deleting makes of it where the kind has its own way; undefined: the general one. */
	deletes?(current: KubeObject, context: RequestContext): KubeObject | undefined;
	/** Whether an object that is being deleted stays although it has no finalizers any more. */
	staysDuringUpdate?(updated: KubeObject): boolean;
	/** An update must say which version it changes. */
	readonly needsVersion?: boolean;
	/** A DELETE is answered with the object, not with a Status. */
	readonly returnsDeleted?: boolean;
	/**
	 * Seconds that deleting it leaves it, undefined if it goes at once. `asked` is what the client asked for.
	 * Models CheckGracefulDelete of the kind's strategy.
	 */
	gracePeriodSeconds?(object: KubeObject, asked: number | undefined): number;
	/** What becomes of dependents when a DELETE doesn't say: by default they are deleted. */
	readonly orphansDependents?: boolean;
	/** What someone is told who deletes it and doesn't say what becomes of dependents. */
	readonly deletionWarning?: string;
	/** Whether a change counts for `metadata.generation`. A kind without this has no generation. */
	changesGeneration?(updated: KubeObject, current: KubeObject): boolean;
}

const strategies: Readonly<Record<string, Strategy>> = {
	deployments: deploymentStrategy,
	endpointslices: endpointSliceStrategy,
	pods: podStrategy,
	replicasets: replicaSetStrategy,
	leases: { needsVersion: true },
	namespaces: namespaceStrategy,
	serviceaccounts: { returnsDeleted: true },
	services: serviceStrategy
};

const plain: Strategy = {};

/** @param resource plural; that of a custom resource has its group behind it */
export function strategyOf(resource: string): Strategy {
	if (resource.includes('.')) return customStrategy;
	return strategies[resource] ?? kindRulesAt(resource)?.strategy ?? plain;
}
