import type { Status } from '#lib/kubernetes/object.ts';
import { badRequest, expired } from '#lib/kubernetes/status.ts';
import type { ActorId } from '#lib/trace/event.ts';
import { invalidListOptions } from '../list-options.ts';
import { shownEvent } from '../field-managers/shown-answer.ts';
import { objectFilter, type Trigger, triggerOf } from '../object-filter.ts';
import type { OpenWatch, OpenWatches } from '../open-watches.ts';
import type { RequestContext } from '../operation.ts';
import { selectionOf } from '../selection.ts';
import type { Stream } from '../server-client.ts';
import { watchEventFor } from '../watcher.ts';

/**
 * Opens a watch: first what the client has missed since its resourceVersion (or, with none, everything there is), then news.
 * Who asks for a version from before the cache's window is told so by an ERROR (410), and the watch ends. Models apiserver/pkg/storage/cacher/cacher.go Watch.
 */
export function beginWatch(
	context: RequestContext,
	client: ActorId,
	stream: Stream,
	watches: OpenWatches
): Status | undefined {
	const { request, route, resource, cache } = context;
	const query = selectionOf(context);
	const wrongOptions = invalidListOptions(query, true);
	if (wrongOptions !== undefined) return wrongOptions;
	let matches: ReturnType<typeof objectFilter>;
	let trigger: Trigger | undefined;
	try {
		const selects = objectFilter(query, resource.plural, resource.custom);
		const { name } = route;
		matches = name === undefined ? selects : (one) => one.metadata.name === name && selects(one);
		trigger = name === undefined ? triggerOf(query) : { field: 'metadata.name', value: name };
	} catch (error) {
		return badRequest((error as Error).message);
	}
	const watch: OpenWatch = {
		client,
		filter: {
			resource: resource.plural,
			...(route.namespace === undefined ? undefined : { namespace: route.namespace }),
			matches,
			...(trigger && { trigger })
		},
		asTable: request.asTable === true,
		...(query.allowWatchBookmarks === 'true' && { bookmark: () => bookmarkOf(context) }),
		...(resource.custom && { printer: resource.custom.printer }),
		...(request.withManagedFields && {
			shown: (event) => shownEvent(event, context.fieldManagers)
		}),
		stream,
		lastArrivalMs: 0
	};
	const version = query.resourceVersion;
	const wantsAll =
		query.sendInitialEvents === 'true' ||
		version === undefined ||
		version === '' ||
		version === '0';
	if (wantsAll) {
		for (const object of cache.list(resource.plural, route.namespace).filter(matches)) {
			const revision = Number(object.metadata.resourceVersion);
			watches.deliver(watch, { type: 'ADDED', object }, revision, true);
		}
		const wantsEnd = query.sendInitialEvents === 'true' && query.allowWatchBookmarks === 'true';
		if (wantsEnd) sendBookmark(watch, watches, context);
	} else {
		const missed = cache.missedSince(resource.plural, Number(version));
		if (missed === undefined) {
			const why = `too old resource version: ${version} (${cache.watchableSince(resource.plural)})`;
			watches.deliver(watch, { type: 'ERROR', object: expired(why) }, cache.revision);
			watches.end(watch, 0);
			return undefined;
		}
		for (const event of missed) {
			const news = watchEventFor(watch.filter, event);
			if (news !== undefined) watches.deliver(watch, news, event.revision);
		}
	}
	if (!stream.stopped) watches.open(watch);
	const seconds = Number(query.timeoutSeconds ?? 0);
	if (seconds > 0) watches.end(watch, seconds * 1000);
	return undefined;
}

/** Ends the initial list: from here on it is news. */
function sendBookmark(watch: OpenWatch, watches: OpenWatches, context: RequestContext): void {
	const { metadata, ...named } = bookmarkOf(context);
	const annotations = { 'k8s.io/initial-events-end': 'true' };
	const object = { ...named, metadata: { ...metadata, annotations } };
	watches.deliver(watch, { type: 'BOOKMARK', object }, context.cache.revision, true);
}

/** Up to here a watcher knows everything. */
function bookmarkOf({ resource, cache }: RequestContext) {
	const { kind, apiVersion } = resource;
	return { kind, apiVersion, metadata: { resourceVersion: String(cache.revision) } };
}
