import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { isServedGroup } from './discovery.ts';
import { nothingHere } from './plain-paths.ts';
import type { Route } from './route.ts';
import { refusedPath } from './served-methods.ts';
import { servedResource } from './served-resource.ts';

/** The answer to whoever asks for what isn't served, or in a way in which it isn't; undefined where the request can go on. */
export function refusedRoute(route: Route): ApiResponse | Status | undefined {
	if (!isServedGroup(route.group)) return nothingHere();
	return refusedPath(route, servedResource(route));
}
