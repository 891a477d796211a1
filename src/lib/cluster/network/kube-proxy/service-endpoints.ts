import type { Endpoint, EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { ServicePort } from '#lib/kubernetes/service.ts';
import type { ProxyEndpoint } from './categorize-endpoints.ts';

/**
 * What the slices of a Service say of one of its ports: each address once. Where two slices name the same address, as when a
 * Pod moves from one to the other, the later slice by name wins.
 *
 * Models pkg/proxy/endpointslicecache.go endpointInfoByServicePort; unset conditions are read as addEndpoints does.
 */
export function serviceEndpoints(
	slices: readonly EndpointSlice[],
	port: ServicePort,
	node: string
): readonly ProxyEndpoint[] {
	const found = new Map<string, ProxyEndpoint>();
	for (const slice of slices) {
		const target = slice.ports?.find(
			({ name = '', protocol = 'TCP' }) =>
				name === (port.name ?? '') && protocol === (port.protocol ?? 'TCP')
		)?.port;
		if (target === undefined || slice.addressType !== 'IPv4') continue;
		for (const endpoint of slice.endpoints ?? []) {
			const ip = endpoint.addresses[0];
			if (ip !== undefined) found.set(ip, proxyEndpoint(endpoint, ip, target, node));
		}
	}
	return [...found.values()];
}

function proxyEndpoint(
	{ conditions = {}, targetRef, nodeName }: Endpoint,
	ip: string,
	port: number,
	node: string
): ProxyEndpoint {
	const ready = conditions.ready ?? true;
	return {
		ip,
		port,
		pod: targetRef?.kind === 'Pod' ? `${targetRef.namespace ?? 'default'}/${targetRef.name}` : ip,
		ready,
		serving: conditions.serving ?? ready,
		terminating: conditions.terminating ?? false,
		local: nodeName === node
	};
}
