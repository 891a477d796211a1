import type { WatchEvent } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Trigger } from './object-filter.ts';
import type { CacheEvent } from './watch-cache.ts';

/** What a watch is about: a resource, perhaps one namespace, perhaps a selection. */
export interface WatchFilter {
	readonly resource: string;
	readonly namespace?: string;
	readonly matches: (object: KubeObject) => boolean;
	/** Only objects with this value can match. */
	readonly trigger?: Trigger;
}

/**
 * What a watcher hears of a change: an object that begins to match its selectors is ADDED to it, one that no longer does is
 * DELETED. Undefined: nothing. Models apiserver/pkg/storage/cacher/cache_watcher.go convertToWatchEvent.
 */
export function watchEventFor(filter: WatchFilter, event: CacheEvent): WatchEvent | undefined {
	if (event.resource !== filter.resource) return undefined;
	const matchedBefore = event.previous !== null && accepts(filter, event.previous);
	const matchesNow = event.object !== null && accepts(filter, event.object);
	if (matchesNow) return { type: matchedBefore ? 'MODIFIED' : 'ADDED', object: event.object! };
	if (!matchedBefore) return undefined;
	return { type: 'DELETED', object: atRevision(event.previous!, event.revision) };
}

function accepts(filter: WatchFilter, object: KubeObject): boolean {
	return (
		(filter.namespace === undefined || object.metadata.namespace === filter.namespace) &&
		filter.matches(object)
	);
}

/** A DELETED event carries the last state that matched, with the revision of its deletion. */
function atRevision(object: KubeObject, revision: number): KubeObject {
	return { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } };
}
