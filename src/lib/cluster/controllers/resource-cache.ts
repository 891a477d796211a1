import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { Informer, keyOf, type OnChange } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { ownerIndexKey } from './controller-ref.ts';

/**
 * One copy of a resource for all controllers of a process, fed by one watch, with an index by owner so that nobody walks
 * through all Pods to find a ReplicaSet's. Models client-go informers/factory.go and tools/cache/thread_safe_store.go.
 */
export class ResourceCache<T extends KubeObject> {
	private readonly informer: Informer<T>;
	private readonly handlers: OnChange<T>[] = [];
	private readonly byOwner = new Map<string, Map<string, T>>();
	private readonly byNamespace = new Map<string, Map<string, T>>();

	constructor(kernel: Kernel, client: ApiClient, path: string) {
		this.informer = new Informer<T>(kernel, client, path, (after, before) =>
			this.hear(after, before)
		);
	}

	/** Hears of every change from now on, in the order of asking. */
	onChange(handler: OnChange<T>): void {
		this.handlers.push(handler);
	}

	start(): void {
		this.informer.start();
	}

	stop(): void {
		this.informer.stop();
	}

	get(key: string): T | undefined {
		return this.informer.get(key);
	}

	inNamespace(namespace: string): Iterable<T> {
		return this.byNamespace.get(namespace)?.values() ?? [];
	}

	/** What that controller owns. */
	ownedBy(uid: string): Iterable<T> {
		return this.byOwner.get(uid)?.values() ?? [];
	}

	/** What no controller owns. */
	orphansIn(namespace: string): Iterable<T> {
		return this.byOwner.get(`/${namespace}`)?.values() ?? [];
	}

	private hear(after: T | null, before: T | null): void {
		const object = (after ?? before)!;
		const key = keyOf(object);
		if (before !== null && after === null) remove(this.byNamespace, namespaceOf(before), key);
		if (before !== null) remove(this.byOwner, ownerIndexKey(before), key);
		if (after !== null) {
			insert(this.byNamespace, namespaceOf(after), key, after);
			insert(this.byOwner, ownerIndexKey(after), key, after);
		}
		for (const handler of this.handlers) handler(after, before);
	}
}

function namespaceOf({ metadata }: KubeObject): string {
	return metadata.namespace ?? '';
}

function insert<T>(index: Map<string, Map<string, T>>, at: string, key: string, object: T): void {
	let objects = index.get(at);
	if (objects === undefined) index.set(at, (objects = new Map<string, T>()));
	objects.set(key, object);
}

function remove<T>(index: Map<string, Map<string, T>>, at: string, key: string): void {
	const objects = index.get(at);
	objects?.delete(key);
	if (objects?.size === 0) index.delete(at);
}
