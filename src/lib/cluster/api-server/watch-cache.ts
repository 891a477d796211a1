import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Commit } from '../etcd/etcd.ts';
import { EventWindow } from './event-window.ts';
import { storagePrefix } from './storage-key.ts';

/** One change as watchers are told of it. */
export interface CacheEvent {
	readonly resource: string;
	readonly revision: number;
	/** Null when it was deleted; then `previous` says what it was. */
	readonly object: KubeObject | null;
	readonly previous: KubeObject | null;
}

/**
 * What the API server knows of etcd: every object, a moment late, fed by one watch on etcd. Lists and watches are served
 * from here, so that a thousand watchers cost etcd one. Keeps a window of past events, from which a watch is resumed.
 *
 * Models apiserver/pkg/storage/cacher/watch_cache.go.
 */
export class WatchCache {
	revision = 0;
	private readonly byResource = new Map<string, Map<string, KubeObject>>();
	private readonly byKey = new Map<string, KubeObject>();
	/** Of each node its Pods, by key: who may read what on a node is asked with every request of its kubelet. */
	private readonly podsByNode = new Map<string, Map<string, KubeObject>>();
	private readonly sorted = new Map<string, readonly string[]>();
	/** What has been, for lists of old versions. */
	private readonly window: CacheEvent[] = [];
	/** What watches are resumed from, by resource. */
	private readonly windows = new Map<string, EventWindow>();
	/** Nothing is known of what was before. */
	private floor = 0;

	constructor(private readonly windowSize = 10_000) {}

	get(key: string): KubeObject | null {
		return this.byKey.get(key) ?? null;
	}

	/** All objects of a resource (of a namespace), sorted by namespace and name. */
	list(resource: string, namespace?: string): KubeObject[] {
		const objects = this.byResource.get(resource);
		if (objects === undefined) return [];
		const keys = this.sortedKeys(resource, objects);
		if (namespace === undefined) return keys.map((key) => objects.get(key)!);
		const prefix = storagePrefix(resource) + `${namespace}/`;
		const found: KubeObject[] = [];
		const first = firstIndex(keys.length, (at) => keys[at]! >= prefix);
		for (let i = first; keys[i]?.startsWith(prefix); i++) {
			found.push(objects.get(keys[i]!)!);
		}
		return found;
	}

	/** The Pods that are bound to a node, in no order. */
	podsOn(node: string): Iterable<KubeObject> {
		return this.podsByNode.get(node)?.values() ?? [];
	}

	private placePod(key: string, pod: KubeObject | null, previous: KubeObject | null): void {
		const before = nodeNameOf(previous);
		const node = nodeNameOf(pod);
		if (before !== undefined && before !== node) this.podsByNode.get(before)?.delete(key);
		if (pod === null || node === undefined) return;
		let pods = this.podsByNode.get(node);
		if (pods === undefined) this.podsByNode.set(node, (pods = new Map()));
		pods.set(key, pod);
	}

	/** Sorted anew only when an object came or went. */
	private sortedKeys(
		resource: string,
		objects: ReadonlyMap<string, KubeObject>
	): readonly string[] {
		let keys = this.sorted.get(resource);
		if (keys === undefined) this.sorted.set(resource, (keys = [...objects.keys()].sort()));
		return keys;
	}

	/** Knows of an object that was always there. */
	plant(resource: string, key: string, object: KubeObject): void {
		let objects = this.byResource.get(resource);
		if (objects === undefined) this.byResource.set(resource, (objects = new Map()));
		objects.set(key, object);
		this.byKey.set(key, object);
		this.sorted.delete(resource);
	}

	apply(resource: string, commit: Commit, nowMs: number): CacheEvent {
		let objects = this.byResource.get(resource);
		if (objects === undefined) this.byResource.set(resource, (objects = new Map()));
		if (commit.object === null || commit.previous === null) this.sorted.delete(resource);
		if (commit.object === null) {
			objects.delete(commit.key);
			this.byKey.delete(commit.key);
		} else {
			objects.set(commit.key, commit.object);
			this.byKey.set(commit.key, commit.object);
		}
		if (resource === 'pods') this.placePod(commit.key, commit.object, commit.previous);
		this.revision = commit.revision;
		const event = {
			resource,
			revision: commit.revision,
			object: commit.object,
			previous: commit.previous
		};
		this.window.push(event);
		this.windowOf(resource).push(event, nowMs);
		if (this.window.length > 2 * this.windowSize) this.window.splice(0, this.windowSize);
		return event;
	}

	/** The oldest revision from which a watch can be resumed. */
	get oldestKnown(): number {
		const [oldest] = this.window;
		return Math.max(this.floor, oldest === undefined ? 0 : oldest.revision - 1);
	}

	/** Forgets what has been, not what is: as after a restart, when everything is read anew. */
	forget(): void {
		this.window.length = 0;
		this.windows.clear();
		this.floor = this.revision;
	}

	/** All objects of a resource (of a namespace) as they were; undefined when the window no longer reaches back that far. */
	listAt(
		resource: string,
		namespace: string | undefined,
		revision: number
	): KubeObject[] | undefined {
		const since = this.since(resource, revision);
		if (since === undefined) return undefined;
		const objects = new Map(this.list(resource, namespace).map((one) => [keyIn(one), one]));
		for (const { object, previous } of [...since].reverse()) {
			const key = keyIn((object ?? previous)!);
			if (previous === null) objects.delete(key);
			else if (namespace === undefined || previous.metadata.namespace === namespace) {
				objects.set(key, previous);
			}
		}
		return [...objects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object);
	}

	/** From when on a watch of a resource knows what it tells. */
	watchableSince(resource: string): number {
		return this.windowOf(resource).oldestKnown;
	}

	/** What a watch that is taken up at a revision has missed; undefined when some of it is forgotten (410). */
	missedSince(resource: string, revision: number): readonly CacheEvent[] | undefined {
		return this.windowOf(resource).since(revision);
	}

	private windowOf(resource: string): EventWindow {
		let window = this.windows.get(resource);
		if (window === undefined) this.windows.set(resource, (window = new EventWindow(this.floor)));
		return window;
	}

	/** Events of a resource after a revision; undefined when the window no longer reaches back that far (410). */
	private since(resource: string, revision: number): readonly CacheEvent[] | undefined {
		if (revision < this.oldestKnown) return undefined;
		const first = firstIndex(this.window.length, (at) => this.window[at]!.revision > revision);
		return this.window.slice(first).filter((event) => event.resource === resource);
	}
}

function keyIn({ metadata: { namespace = '', name = '' } }: KubeObject): string {
	return `${namespace}/${name}`;
}

function nodeNameOf(pod: KubeObject | null): string | undefined {
	return (pod?.spec as { readonly nodeName?: string } | undefined)?.nodeName || undefined;
}

/** The first index of which something holds that holds for all after it; `length` when there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
