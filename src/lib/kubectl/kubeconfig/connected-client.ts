import type { ApiClient, ApiRequest, Impersonation } from '#lib/kubernetes/api-client.ts';

/** A client whose requests are made as someone else. */
export function impersonating(client: ApiClient, impersonate: Impersonation): ApiClient {
	const asThem = (request: ApiRequest): ApiRequest => ({ ...request, impersonate });
	return {
		request: (request, onResponse) => client.request(asThem(request), onResponse),
		watch: (request, onEvent, onClosed) => client.watch(asThem(request), onEvent, onClosed)
	};
}
