import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { CustomKind } from '#lib/kubernetes/custom-kind.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import { withDeprecation } from './deprecations.ts';
import type { Route } from './route.ts';
import { asServed, otherVersionAt } from './served-resource.ts';

/**
 * An answer as it leaves: of the version of its path, which may be another than the one that is kept, and with what is
 * said of a resource that is on its way out.
 */
export function servedAnswer(
	response: ApiResponse,
	route: Route | undefined,
	resource: Resource | undefined
): ApiResponse {
	if (resource?.custom !== undefined) return ofCustomVersion(response, resource, resource.custom);
	return withDeprecation(inVersionOf(route, response), route);
}

function inVersionOf(route: Route | undefined, response: ApiResponse): ApiResponse {
	if (route === undefined || otherVersionAt(route) === undefined) return response;
	return { ...response, body: asServed(response.body as KubeObject, route) };
}

/** Versions of a custom resource differ in nothing but their name, as long as nobody converts them. */
function ofCustomVersion(
	response: ApiResponse,
	{ apiVersion, kind }: Resource,
	{ storedVersion, deprecation, listKind }: CustomKind
): ApiResponse {
	const warned =
		deprecation === undefined
			? response
			: { ...response, warnings: [deprecation, ...(response.warnings ?? [])] };
	const body = response.body as KubeObject;
	if (storedVersion === apiVersion) return warned;
	if (body.kind === kind) return { ...warned, body: { ...body, apiVersion } };
	if (body.kind !== listKind) return warned;
	const items = body['items'] as readonly KubeObject[];
	return {
		...warned,
		body: { ...body, apiVersion, items: items.map((item) => ({ ...item, apiVersion })) }
	};
}
