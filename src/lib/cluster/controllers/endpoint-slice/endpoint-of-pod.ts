import type { Endpoint } from '#lib/kubernetes/endpoint-slice.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { isPodReady, isPodTerminal } from '../pod-activity.ts';

const zoneLabel = 'topology.kubernetes.io/zone';

/**
 * Whether a Pod stands behind its Services: it has an address and is not at its end.
 * Models k8s.io/endpointslice util/controller_utils.go ShouldPodBeInEndpoints.
 */
export function isBehindService({ status, metadata }: Pod, includeTerminating: boolean): boolean {
	if (isPodTerminal(status.phase) || !status.podIP) return false;
	return includeTerminating || metadata.deletionTimestamp === undefined;
}

/**
 * A Pod as an endpoint. One that terminates is never ready, but may still serve. Models k8s.io/endpointslice utils.go
 * podToEndpoint.
 */
export function endpointOf(pod: Pod, service: Service, node: Node | undefined): Endpoint {
	const { namespace, name, uid } = pod.metadata;
	const serving = isPodReady(pod);
	const terminating = pod.metadata.deletionTimestamp !== undefined;
	const ready = (service.spec.publishNotReadyAddresses ?? false) || (serving && !terminating);
	const zone = zoneOf(node);
	const hostname = hostnameFor(pod, service);
	return {
		addresses: [pod.status.podIP!],
		conditions: { ready, serving, terminating },
		...(hostname === undefined ? undefined : { hostname }),
		targetRef: { kind: 'Pod', namespace: namespace!, name: name!, uid: uid! },
		...(pod.spec.nodeName ? { nodeName: pod.spec.nodeName } : undefined),
		...(zone ? { zone } : undefined)
	};
}

/** In which zone a node says it is. */
export function zoneOf(node: Node | undefined): string | undefined {
	return node?.metadata.labels?.[zoneLabel];
}

/** A Pod's own name under its Service's. Models ShouldSetHostname. */
export function hostnameFor({ spec, metadata }: Pod, service: Service): string | undefined {
	const { hostname, subdomain } = spec as { hostname?: string; subdomain?: string };
	const isIts =
		subdomain === service.metadata.name && metadata.namespace === service.metadata.namespace;
	return hostname && isIts ? hostname : undefined;
}

/** What tells endpoints apart, whatever state they are in. Models endpointset.go hashEndpoint. */
export function endpointKey({ addresses, targetRef }: Endpoint): string {
	return `${addresses.join(',')} ${targetRef?.namespace ?? ''}/${targetRef?.name ?? ''}`;
}

/**
 * Near endpoints first, where the Service wants it and every ready one says in which zone it is.
 * Models k8s.io/endpointslice trafficdist/trafficdist.go ReconcileHints.
 */
export function withHints(endpoints: readonly Endpoint[], { spec }: Service): readonly Endpoint[] {
	const isWanted = ['PreferClose', 'PreferSameZone'].includes(spec.trafficDistribution ?? '');
	const areKnown = endpoints.every(
		({ conditions, zone }) => conditions?.ready !== true || zone !== undefined
	);
	if (!isWanted || !areKnown) return endpoints;
	return endpoints.map((endpoint) =>
		endpoint.conditions?.ready === true
			? { ...endpoint, hints: { forZones: [{ name: endpoint.zone! }] } }
			: endpoint
	);
}
