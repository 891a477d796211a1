import type { ApiResponse } from '#lib/kubernetes/api-client.ts';
import type { Route } from './route.ts';

const deprecated: Readonly<Record<string, string>> = {
	componentstatuses: 'v1 ComponentStatus is deprecated in v1.19+',
	endpoints: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'
};

/** Whoever uses a resource that is on its way out is told. Models apiserver/pkg/endpoints/deprecation/deprecation.go. */
export function withDeprecation(response: ApiResponse, route: Route | undefined): ApiResponse {
	const warning = deprecated[route?.resource ?? ''];
	if (warning === undefined) return response;
	return { ...response, warnings: [warning, ...(response.warnings ?? [])] };
}
