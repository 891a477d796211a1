import type { KubeObject, OwnerReference } from '#lib/kubernetes/object.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import {
	foregroundFinalizer,
	GraphNode,
	type Identity,
	identityOf,
	isHeldBy,
	orphanFinalizer
} from './graph-node.ts';

/** What is to be looked at, by uid. */
export interface GraphListeners {
	/** It may have to be deleted. */
	attemptToDelete(uid: string): void;
	/** Its dependents are to be let go. */
	attemptToOrphan(uid: string): void;
}

/**
 * Who belongs to whom, from watching every kind. Models pkg/controller/garbagecollector/graph_builder.go
 * processGraphChanges.
 */
export class DependencyGraph {
	private readonly nodes = new Map<string, GraphNode>();
	/** Owners that are known to be gone. */
	private readonly absent = new Set<string>();

	constructor(private readonly listeners: GraphListeners) {}

	get(uid: string): GraphNode | undefined {
		return this.nodes.get(uid);
	}

	isAbsent(uid: string): boolean {
		return this.absent.has(uid);
	}

	noteAbsent(uid: string): void {
		this.absent.add(uid);
	}

	/** Something was created, changed or deleted. */
	hear(after: KubeObject | null, before: KubeObject | null): void {
		if (after === null) {
			this.remove(before!.metadata.uid!);
			return;
		}
		const owners = after.metadata.ownerReferences ?? [];
		let node = this.nodes.get(after.metadata.uid!);
		if (node === undefined) {
			node = new GraphNode(identityOf(after), false);
			this.nodes.set(node.identity.uid, node);
			this.link(node, owners);
		} else {
			node.isVirtual = false;
			if (!isDeepEqual(node.owners, owners)) this.relink(node, owners);
		}
		if (after.metadata.deletionTimestamp !== undefined) node.isBeingDeleted = true;
		this.followDeletion(node, after, before);
	}

	/** It is not there, as the server says, or no longer. */
	remove(uid: string): void {
		const node = this.nodes.get(uid);
		if (node === undefined) return;
		this.nodes.delete(uid);
		if (node.dependents.size > 0) this.absent.add(uid);
		for (const owner of node.owners) this.nodes.get(owner.uid)?.dependents.delete(node);
		for (const dependent of node.dependents) {
			this.listeners.attemptToDelete(dependent.identity.uid);
		}
		for (const owner of node.owners) {
			if (this.nodes.get(owner.uid)?.isDeletingDependents) {
				this.listeners.attemptToDelete(owner.uid);
			}
		}
	}

	/** Models processTransitions. */
	private followDeletion(node: GraphNode, after: KubeObject, before: KubeObject | null): void {
		const begins = (finalizer: string): boolean =>
			isHeldBy(after, finalizer) && !isHeldBy(before, finalizer);
		if (begins(orphanFinalizer)) this.listeners.attemptToOrphan(node.identity.uid);
		else if (begins(foregroundFinalizer)) {
			node.isDeletingDependents = true;
			for (const dependent of node.dependents) {
				this.listeners.attemptToDelete(dependent.identity.uid);
			}
			this.listeners.attemptToDelete(node.identity.uid);
		}
	}

	/** An owner that nobody has seen yet is looked for. Models addDependentToOwners. */
	private link(node: GraphNode, owners: readonly OwnerReference[]): void {
		node.owners = owners;
		for (const reference of owners) {
			let owner = this.nodes.get(reference.uid);
			if (owner === undefined) {
				owner = new GraphNode(identityOfOwner(reference, node.identity), true);
				this.nodes.set(reference.uid, owner);
				this.listeners.attemptToDelete(reference.uid);
			}
			owner.dependents.add(node);
		}
	}

	/** Models addUnblockedOwnersToDeleteQueue and removeDependentFromOwners. */
	private relink(node: GraphNode, owners: readonly OwnerReference[]): void {
		const before = node.owners;
		for (const reference of before) {
			const owner = this.nodes.get(reference.uid);
			owner?.dependents.delete(node);
			const stillBlocks = owners.some(
				({ uid, blockOwnerDeletion }) => uid === reference.uid && blockOwnerDeletion === true
			);
			if (reference.blockOwnerDeletion === true && !stillBlocks && owner !== undefined) {
				this.listeners.attemptToDelete(reference.uid);
			}
		}
		this.link(node, owners);
	}
}

/** An owner is in its dependent's namespace, or in none. */
function identityOfOwner(
	{ apiVersion, kind, name, uid }: OwnerReference,
	{ namespace }: Identity
): Identity {
	return { apiVersion, kind, namespace, name, uid };
}
