import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { methodNotAllowed } from '#lib/kubernetes/status.ts';
import { isServedGroup } from './discovery.ts';
import { nothingHere } from './plain-paths.ts';
import type { Route } from './route.ts';
import { refusedPath } from './served-methods.ts';
import { servedResource } from './served-resource.ts';

/** The answer to whoever asks for what isn't served, or in a way in which it isn't; undefined where the request can go on. */
export function refusedRoute(
	route: Route,
	{ method, unacceptable }: ApiRequest
): ApiResponse | Status | undefined {
	if (!isServedGroup(route.group)) return nothingHere();
	if (method === 'HEAD') return methodNotAllowed();
	return refusedPath(route, servedResource(route)) ?? unacceptable;
}
