import type { EndpointPort, Endpoints, EndpointSlice } from '../endpoint-slice.ts';

/** Models pkg/apis/core/v1/defaults.go SetDefaults_Endpoints. */
export function defaultEndpoints(endpoints: Endpoints): Endpoints {
	if (!endpoints.subsets) return endpoints;
	return {
		...endpoints,
		subsets: endpoints.subsets.map((subset) => ({
			...subset,
			...(subset.ports && {
				ports: subset.ports.map((port) => ({ ...port, protocol: port.protocol ?? 'TCP' }))
			})
		}))
	};
}

/** Models pkg/apis/discovery/v1/defaults.go SetDefaults_EndpointPort. Lists that are empty are null, as Go writes them. */
export function defaultEndpointSlice(slice: EndpointSlice): EndpointSlice {
	return {
		...slice,
		endpoints: slice.endpoints ?? null,
		ports: slice.ports?.map(defaultSlicePort) ?? null
	};
}

function defaultSlicePort(port: EndpointPort): EndpointPort {
	return { ...port, name: port.name ?? '', protocol: port.protocol ?? 'TCP' };
}
