import type { OpenWatch } from './open-watches.ts';
import { type Trigger, triggerValue } from './object-filter.ts';
import type { CacheEvent } from './watch-cache.ts';

const fields: readonly Trigger['field'][] = ['metadata.name', 'spec.nodeName'];

/**
 * The open watches of one resource, found by what an object has: a watch on one node's Pods isn't asked about another's.
 * Models apiserver/pkg/storage/cacher/cacher.go indexedWatchers.
 */
export class WatchIndex {
	private opened = 0;
	/** In which order they were opened: they are told in that order. */
	private readonly places = new Map<OpenWatch, number>();
	private readonly general = new Set<OpenWatch>();
	private readonly byTrigger = new Map<string, Set<OpenWatch>>();

	add(watch: OpenWatch): void {
		this.places.set(watch, ++this.opened);
		const { trigger } = watch.filter;
		if (trigger === undefined) {
			this.general.add(watch);
			return;
		}
		const key = keyOf(trigger.field, trigger.value);
		const same = this.byTrigger.get(key);
		if (same === undefined) this.byTrigger.set(key, new Set([watch]));
		else same.add(watch);
	}

	delete(watch: OpenWatch): void {
		this.places.delete(watch);
		this.general.delete(watch);
		const { trigger } = watch.filter;
		if (trigger === undefined) return;
		const key = keyOf(trigger.field, trigger.value);
		const same = this.byTrigger.get(key);
		same?.delete(watch);
		if (same?.size === 0) this.byTrigger.delete(key);
	}

	/** Every watch, in the order in which they were opened. */
	all(): Iterable<OpenWatch> {
		return this.places.keys();
	}

	/** The watches that the change may concern. */
	concerned({ object, previous }: CacheEvent): Iterable<OpenWatch> {
		if (this.byTrigger.size === 0) return this.general;
		const triggered = new Set<OpenWatch>();
		for (const field of fields) {
			const now = triggerValue(object, field);
			const before = triggerValue(previous, field);
			for (const watch of this.byTrigger.get(keyOf(field, now)) ?? []) triggered.add(watch);
			if (before === now) continue;
			for (const watch of this.byTrigger.get(keyOf(field, before)) ?? []) triggered.add(watch);
		}
		if (triggered.size === 0) return this.general;
		return [...this.general, ...triggered].sort(
			(a, b) => this.places.get(a)! - this.places.get(b)!
		);
	}
}

function keyOf(field: string, value: string): string {
	return `${field}=${value}`;
}
