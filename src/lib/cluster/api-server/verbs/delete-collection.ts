import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { badRequest } from '#lib/kubernetes/status.ts';
import { objectFilter } from '../object-filter.ts';
import { selectionOf } from '../selection.ts';
import type { RequestContext, WriteOperation } from '../operation.ts';
import { deleteOperation } from './delete.ts';

/** What a DELETE of a collection does: each object's own deletion, one after another. */
export interface CollectionDeletion {
	readonly deletions: readonly WriteOperation[];
	/** The list as it was before. */
	readonly response: ApiResponse;
}

/** Models apiserver/pkg/registry/generic/registry/store.go DeleteCollection, with one worker. */
export function collectionDeletion(context: RequestContext): CollectionDeletion | Status {
	const { cache, resource, route } = context;
	let matches: (object: KubeObject) => boolean;
	try {
		matches = objectFilter(selectionOf(context), resource.plural, resource.custom);
	} catch (error) {
		return badRequest((error as Error).message);
	}
	const found = cache.list(resource.plural, route.namespace).filter(matches);
	const items = found.map(({ kind: _kind, apiVersion: _apiVersion, ...item }) => item);
	return {
		deletions: found.map(({ metadata: { name, namespace } }) =>
			deleteOperation(
				namespace === undefined ? context : { ...context, route: { ...route, namespace } },
				name
			)
		),
		response: {
			code: 200,
			body: {
				kind: resource.custom?.listKind ?? `${resource.kind}List`,
				apiVersion: resource.apiVersion,
				metadata: { resourceVersion: String(cache.revision) },
				items: items as unknown as KubeObject[]
			}
		}
	};
}
