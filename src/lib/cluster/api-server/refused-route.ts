import type { ApiRequest, ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { type Resource, resourceName } from '#lib/kubernetes/resources.ts';
import { methodNotAllowed, notFound } from '#lib/kubernetes/status.ts';
import type { CustomResources } from './custom-resources.ts';
import { isServedGroup } from './discovery.ts';
import { nothingHere } from './plain-paths.ts';
import type { Route } from './route.ts';
import { refusedPath } from './served-methods.ts';
import { servedResource } from './served-resource.ts';

/** The answer to whoever asks for what isn't served, or in a way in which it isn't; undefined where the request can go on. */
export function refusedRoute(
	route: Route,
	{ method, unacceptable }: ApiRequest,
	custom: CustomResources
): ApiResponse | Status | undefined {
	if (custom.hasGroup(route.group)) return refusedCustom(route, custom.at(route)) ?? unacceptable;
	if (!isServedGroup(route.group)) return nothingHere();
	if (method === 'HEAD') return methodNotAllowed();
	return refusedPath(route, servedResource(route)) ?? unacceptable;
}

/** Models apiextensions-apiserver/pkg/apiserver/customresource_handler.go ServeHTTP. */
function refusedCustom(
	route: Route,
	resource: Resource | undefined
): ApiResponse | Status | undefined {
	const { subresource, name = '' } = route;
	if (resource === undefined) return nothingHere();
	if (subresource !== undefined && !resource.subresources.includes(subresource)) {
		return notFound(resourceName(resource), name);
	}
	return refusedPath(route, resource);
}
