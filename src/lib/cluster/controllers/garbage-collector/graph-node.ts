import type { KubeObject, OwnerReference } from '#lib/kubernetes/object.ts';

/** Keeps an object until its dependents have let go of it. */
export const orphanFinalizer = 'orphan';
/** Keeps an object until its dependents are gone. */
export const foregroundFinalizer = 'foregroundDeletion';

/** Names an object for good. */
export interface Identity {
	readonly apiVersion: string;
	readonly kind: string;
	readonly namespace: string | undefined;
	readonly name: string;
	readonly uid: string;
}

/** An object in the graph of who belongs to whom. Models pkg/controller/garbagecollector/graph.go node. */
export class GraphNode {
	owners: readonly OwnerReference[] = [];
	readonly dependents = new Set<GraphNode>();
	isBeingDeleted = false;
	/** It waits, in the foreground, for its dependents to go. */
	isDeletingDependents = false;

	constructor(
		readonly identity: Identity,
		/** Known only from a reference to it, so far. */
		public isVirtual: boolean
	) {}

	/** Dependents that it must not go before. Models graph.go blockingDependents. */
	blockingDependents(): GraphNode[] {
		const { uid } = this.identity;
		return [...this.dependents].filter(({ owners }) =>
			owners.some((owner) => owner.uid === uid && owner.blockOwnerDeletion === true)
		);
	}
}

export function identityOf({ apiVersion, kind, metadata }: KubeObject): Identity {
	const { namespace, name, uid } = metadata;
	return { apiVersion, kind, namespace, name: name!, uid: uid! };
}

/** Whether it is on its way out and that finalizer still holds it. */
export function isHeldBy(object: KubeObject | null, finalizer: string): boolean {
	return (
		object?.metadata.deletionTimestamp !== undefined &&
		(object.metadata.finalizers?.includes(finalizer) ?? false)
	);
}
