import type { ApiClient, ApiRequest, Impersonation } from '#lib/kubernetes/api-client.ts';

/** A client whose requests are made as someone else, or are to be answered with who manages which field. */
export function adorned(
	client: ApiClient,
	impersonate: Impersonation | undefined,
	withManagedFields: boolean
): ApiClient {
	if (impersonate === undefined && !withManagedFields) return client;
	const added = (request: ApiRequest): ApiRequest => ({
		...request,
		...(impersonate === undefined ? undefined : { impersonate }),
		...(withManagedFields ? { withManagedFields } : undefined)
	});
	return {
		request: (request, onResponse) => client.request(added(request), onResponse),
		watch: (request, onEvent, onClosed) => client.watch(added(request), onEvent, onClosed)
	};
}
