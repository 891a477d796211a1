import { groupOf } from '#lib/kubernetes/resources.ts';
import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { tableOf } from '#lib/kubernetes/print/table.ts';
import { badRequest, notFound } from '#lib/kubernetes/status.ts';
import { objectFilter } from '../object-filter.ts';
import type { RequestContext } from '../operation.ts';

/** GET of one object, from what etcd answered. */
export function getResponse(object: KubeObject | null, context: RequestContext): ApiResponse {
	const { resource, route, request, wallMs } = context;
	if (object === null) {
		const named = { group: groupOf(resource), resource: resource.plural };
		return { code: 404, body: notFound(named, route.name!) };
	}
	return {
		code: 200,
		body: request.asTable ? tableOf(resource.plural, [object], wallMs) : object
	};
}

/** GET of a list, from the watch cache. */
export function listResponse(context: RequestContext): ApiResponse {
	const { resource, route, request, cache, wallMs } = context;
	let matches: (object: KubeObject) => boolean;
	try {
		matches = objectFilter(request.query, resource.plural);
	} catch (error) {
		return { code: 400, body: badRequest((error as Error).message) };
	}
	const items = cache.list(resource.plural, route.namespace).filter(matches);
	const resourceVersion = String(cache.revision);
	if (request.asTable) {
		const table = tableOf(resource.plural, items, wallMs);
		return { code: 200, body: { ...table, metadata: { resourceVersion } } };
	}
	return {
		code: 200,
		body: {
			kind: `${resource.kind}List`,
			apiVersion: resource.apiVersion,
			metadata: { resourceVersion },
			items
		}
	};
}
