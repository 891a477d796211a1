import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { withDeprecation } from './deprecations.ts';
import type { Route } from './route.ts';
import { asServed, otherVersionAt } from './served-resource.ts';

/**
 * An answer as it leaves: of the version of its path, which may be another than the one that is kept, and with what is
 * said of a resource that is on its way out.
 */
export function servedAnswer(response: ApiResponse, route: Route | undefined): ApiResponse {
	return withDeprecation(inVersionOf(route, response), route);
}

function inVersionOf(route: Route | undefined, response: ApiResponse): ApiResponse {
	if (route === undefined || otherVersionAt(route) === undefined) return response;
	return { ...response, body: asServed(response.body as KubeObject, route) };
}
