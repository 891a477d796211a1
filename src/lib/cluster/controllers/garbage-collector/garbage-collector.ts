import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, OwnerReference } from '#lib/kubernetes/object.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { objectPath } from '../object-path.ts';
import type { ResourceCache } from '../resource-cache.ts';
import { ask, RequestRefused, type Work } from '../work.ts';
import { WorkQueue } from '../work-queue.ts';
import { DependencyGraph } from './dependency-graph.ts';
import {
	foregroundFinalizer,
	type GraphNode,
	type Identity,
	isHeldBy,
	orphanFinalizer
} from './graph-node.ts';

/** `--concurrent-gc-syncs`. */
const workers = 20;

/** How an object's owners stand. */
interface Owners {
	/** There and staying. */
	readonly solid: readonly OwnerReference[];
	/** Gone. */
	readonly dangling: readonly OwnerReference[];
	/** On their way out as soon as their dependents are gone. */
	readonly waiting: readonly OwnerReference[];
}

/**
 * Deletes what belongs to nobody any more, and sees through deletions in the foreground and those that orphan.
 * Models pkg/controller/garbagecollector/garbagecollector.go.
 */
export class GarbageCollector {
	private readonly graph: DependencyGraph;
	private readonly toDelete: WorkQueue;
	private readonly toOrphan: WorkQueue;

	constructor(kernel: Kernel, client: ApiClient, caches: readonly ResourceCache<KubeObject>[]) {
		const queue = (name: string, work: (node: GraphNode) => Work): WorkQueue =>
			new WorkQueue(kernel, client, {
				name,
				workers,
				sync: (uid) => this.look(uid, work)
			});
		this.toDelete = queue('garbage-collector/delete', (node) => this.attemptToDelete(node));
		this.toOrphan = queue('garbage-collector/orphan', (node) => this.attemptToOrphan(node));
		this.graph = new DependencyGraph({
			attemptToDelete: (uid) => this.toDelete.add(uid),
			attemptToOrphan: (uid) => this.toOrphan.add(uid)
		});
		for (const cache of caches) {
			cache.onChange((after, before) => this.graph.hear(after, before));
		}
	}

	private *look(uid: string, work: (node: GraphNode) => Work): Work {
		const node = this.graph.get(uid);
		if (node !== undefined) yield* work(node);
	}

	/** Models attemptToDeleteItem. */
	private *attemptToDelete(node: GraphNode): Work {
		if (node.isBeingDeleted && !node.isDeletingDependents) return;
		const latest = yield* this.read(node.identity);
		if (latest === undefined) {
			this.graph.remove(node.identity.uid);
			return;
		}
		if (node.isDeletingDependents) {
			yield* this.finishForeground(node);
			return;
		}
		const references = latest.metadata.ownerReferences ?? [];
		if (references.length === 0) return;
		const { solid, dangling, waiting } = yield* this.classify(node, references);
		if (solid.length > 0) {
			yield* this.dropOwners(node.identity, [...dangling, ...waiting]);
		} else if (waiting.length > 0 && node.dependents.size > 0) {
			yield* this.unblockOwners(node);
			yield* this.remove(node.identity, latest, 'Foreground');
		} else yield* this.remove(node.identity, latest, policyOf(latest));
	}

	/** Models classifyReferences. */
	private *classify(node: GraphNode, references: readonly OwnerReference[]): Work<Owners> {
		const owners = {
			solid: [] as OwnerReference[],
			dangling: [] as OwnerReference[],
			waiting: [] as OwnerReference[]
		};
		for (const reference of references) {
			const owner = this.graph.isAbsent(reference.uid)
				? undefined
				: yield* this.read({ ...reference, namespace: node.identity.namespace });
			if (owner === undefined) {
				this.graph.noteAbsent(reference.uid);
				owners.dangling.push(reference);
			} else if (isHeldBy(owner, foregroundFinalizer)) owners.waiting.push(reference);
			else owners.solid.push(reference);
		}
		return owners;
	}

	/** The object as the server has it; undefined if it is gone or another one has its name. */
	private *read(identity: Identity): Work<KubeObject | undefined> {
		if (resourceOfKind(identity.apiVersion, identity.kind) === undefined) return undefined;
		const response = yield* ask({ method: 'GET', path: pathOf(identity) });
		if (response.code === 404) return undefined;
		if (response.code >= 300) throw new RequestRefused(response);
		const object = response.body as KubeObject;
		return object.metadata.uid === identity.uid ? object : undefined;
	}

	/** Models processDeletingDependentsItem. */
	private *finishForeground(node: GraphNode): Work {
		const blocking = node.blockingDependents();
		for (const dependent of blocking) {
			if (!dependent.isDeletingDependents) this.toDelete.add(dependent.identity.uid);
		}
		if (blocking.length === 0) yield* this.removeFinalizer(node.identity, foregroundFinalizer);
	}

	/** A circle of objects that wait for each other is broken here. Models unblockOwnerReferencesStrategicMergePatch. */
	private *unblockOwners({ identity, owners, dependents }: GraphNode): Work {
		if (![...dependents].some(({ isDeletingDependents }) => isDeletingDependents)) return;
		const ownerReferences = owners
			.filter(({ blockOwnerDeletion }) => blockOwnerDeletion === true)
			.map((owner) => ({ ...owner, blockOwnerDeletion: false }));
		yield* this.patch(identity, { metadata: { ownerReferences, uid: identity.uid } });
	}

	/**
	 * Deletes exactly what was read; if only something other than its owners has changed meanwhile, it goes all the same.
	 * Models operations.go deleteObject.
	 */
	private *remove(identity: Identity, { metadata }: KubeObject, propagationPolicy: string): Work {
		const path = pathOf(identity);
		const refused = yield* this.requestDeletion(
			path,
			identity.uid,
			propagationPolicy,
			metadata.resourceVersion
		);
		if (refused?.code === 409) {
			const live = yield* this.read(identity);
			const { ownerReferences } = live?.metadata ?? {};
			if (live === undefined) return;
			if (isDeepEqual(ownerReferences, metadata.ownerReferences)) {
				yield* this.requestDeletion(path, identity.uid, propagationPolicy);
				return;
			}
		}
		if (refused !== undefined) throw refused;
	}

	private *requestDeletion(
		path: string,
		uid: string,
		propagationPolicy: string,
		resourceVersion?: string
	): Work<RequestRefused | undefined> {
		const preconditions = {
			uid,
			...(resourceVersion === undefined ? undefined : { resourceVersion })
		};
		const body = { kind: 'DeleteOptions', apiVersion: 'v1', preconditions, propagationPolicy };
		const response = yield* ask({ method: 'DELETE', path, body });
		const isGone = response.code < 300 || response.code === 404;
		return isGone ? undefined : new RequestRefused(response);
	}

	/** Models attemptToOrphanWorker and orphanDependents. */
	private *attemptToOrphan(node: GraphNode): Work {
		const owner = { uid: node.identity.uid };
		const dependents = [...node.dependents];
		if (dependents.length > 0) {
			const responses = yield dependents.map(({ identity }) => dropRequest(identity, [owner]));
			const refused = responses.find(({ code }) => code >= 300 && code !== 404 && code !== 422);
			if (refused !== undefined) throw new RequestRefused(refused);
		}
		yield* this.removeFinalizer(node.identity, orphanFinalizer);
	}

	private *dropOwners(identity: Identity, owners: readonly OwnerReference[]): Work {
		if (owners.length === 0) return;
		const response = yield* ask(dropRequest(identity, owners));
		if (response.code >= 300 && response.code !== 404) throw new RequestRefused(response);
	}

	/** Tries again while others write. Models operations.go removeFinalizer. */
	private *removeFinalizer(identity: Identity, finalizer: string): Work {
		for (;;) {
			const object = yield* this.read(identity);
			const { finalizers = [], resourceVersion } = object?.metadata ?? {};
			if (!finalizers.includes(finalizer)) return;
			const left = finalizers.filter((other) => other !== finalizer);
			const body = { metadata: { resourceVersion, finalizers: left.length > 0 ? left : null } };
			const response = yield* ask({
				method: 'PATCH',
				path: pathOf(identity),
				contentType: 'application/merge-patch+json',
				body
			});
			if (response.code < 300 || response.code === 404) return;
			if (response.code !== 409) throw new RequestRefused(response);
		}
	}

	private *patch(identity: Identity, body: object): Work {
		const response = yield* ask({ ...strategicPatch(identity), body });
		if (response.code >= 300 && response.code !== 404) throw new RequestRefused(response);
	}
}

function pathOf({ apiVersion, kind, namespace, name }: Identity): string {
	return objectPath({ apiVersion, kind }, namespace, name);
}

function strategicPatch(identity: Identity) {
	return {
		method: 'PATCH',
		path: pathOf(identity),
		contentType: 'application/strategic-merge-patch+json'
	} as const;
}

/** Models controller_ref_manager.go GenerateDeleteOwnerRefStrategicMergeBytes. */
function dropRequest(identity: Identity, owners: readonly { readonly uid: string }[]) {
	const ownerReferences = owners.map(({ uid }) => ({ $patch: 'delete', uid }));
	const body = { metadata: { ownerReferences, uid: identity.uid } };
	return { ...strategicPatch(identity), body };
}

/** An object's own finalizers say how its dependents are to be treated. */
function policyOf({ metadata }: KubeObject): string {
	if (metadata.finalizers?.includes(orphanFinalizer)) return 'Orphan';
	return metadata.finalizers?.includes(foregroundFinalizer) ? 'Foreground' : 'Background';
}
