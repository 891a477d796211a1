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
	port: ServicePort
): readonly ProxyEndpoint[] {
	const [only, ...others] = slices;
	if (only === undefined) return [];
	if (others.length === 0) return sliceEndpoints(only, port);
	const key = portKey(port);
	const before = merged.get(only);
	if (before?.key === key && areSame(before.slices, slices)) return before.endpoints;
	const found = new Map<string, ProxyEndpoint>();
	for (const slice of slices) {
		for (const endpoint of sliceEndpoints(slice, port)) found.set(endpoint.ip, endpoint);
	}
	const endpoints = [...found.values()];
	merged.set(only, { key, slices, endpoints });
	return endpoints;
}

/** By the first slice what was made of it and others last: all nodes read the same, one shortly after another. */
const merged = new WeakMap<
	EndpointSlice,
	{
		readonly key: string;
		readonly slices: readonly EndpointSlice[];
		readonly endpoints: readonly ProxyEndpoint[];
	}
>();

function areSame(before: readonly EndpointSlice[], after: readonly EndpointSlice[]): boolean {
	return before.length === after.length && before.every((slice, index) => slice === after[index]);
}

function portKey({ name = '', protocol = 'TCP' }: ServicePort): string {
	return `${name}/${protocol}`;
}

/** Slices never change, and every node reads the same ones: what is read once needs not be read again. */
const known = new WeakMap<EndpointSlice, Map<string, readonly ProxyEndpoint[]>>();

function sliceEndpoints(slice: EndpointSlice, port: ServicePort): readonly ProxyEndpoint[] {
	let byPort = known.get(slice);
	if (byPort === undefined) known.set(slice, (byPort = new Map()));
	const { name = '', protocol = 'TCP' } = port;
	const key = portKey(port);
	let endpoints = byPort.get(key);
	if (endpoints === undefined) byPort.set(key, (endpoints = readSlice(slice, name, protocol)));
	return endpoints;
}

function readSlice(
	{ addressType, ports, endpoints }: EndpointSlice,
	name: string,
	protocol: string
): readonly ProxyEndpoint[] {
	const target = ports?.find(
		(each) => (each.name ?? '') === name && (each.protocol ?? 'TCP') === protocol
	)?.port;
	if (target === undefined || addressType !== 'IPv4') return [];
	return (endpoints ?? []).flatMap((endpoint) => {
		const [ip] = endpoint.addresses;
		return ip === undefined ? [] : [proxyEndpoint(endpoint, ip, target)];
	});
}

function proxyEndpoint(
	{ conditions = {}, targetRef, nodeName }: Endpoint,
	ip: string,
	port: number
): ProxyEndpoint {
	const ready = conditions.ready ?? true;
	return {
		ip,
		port,
		pod: targetRef?.kind === 'Pod' ? `${targetRef.namespace ?? 'default'}/${targetRef.name}` : ip,
		ready,
		serving: conditions.serving ?? ready,
		terminating: conditions.terminating ?? false,
		...(nodeName === undefined ? undefined : { node: nodeName })
	};
}
