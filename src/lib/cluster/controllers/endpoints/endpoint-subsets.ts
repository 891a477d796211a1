import type {
	EndpointAddress,
	EndpointPort,
	EndpointSubset
} from '#lib/kubernetes/endpoint-slice.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service, ServicePort } from '#lib/kubernetes/service.ts';
import { hostnameFor, isBehindService } from '../endpoint-slice/endpoint-of-pod.ts';
import { findPort } from '../endpoint-slice/endpoint-ports.ts';
import { isHeadless } from '../endpoint-slice/service-labels.ts';
import { md5 } from '../md5.ts';
import { isPodReady } from '../pod-activity.ts';

interface Backend {
	readonly address: EndpointAddress;
	readonly ready: boolean;
}

/**
 * The Pods behind a Service as the older Endpoints object has them: ports that the same addresses serve stand together.
 * Models pkg/controller/endpoint/endpoints_controller.go syncService and pkg/api/v1/endpoints/util.go RepackSubsets.
 */
export function endpointSubsets(service: Service, pods: Iterable<Pod>): EndpointSubset[] {
	const { publishNotReadyAddresses = false, ports = [] } = service.spec;
	const served = new Map<string, { port: EndpointPort | undefined; backends: Backend[] }>();
	const serve = (port: EndpointPort | undefined, backend: Backend): void => {
		const key = JSON.stringify(port ?? null);
		const entry = served.get(key) ?? { port, backends: [] };
		entry.backends.push(backend);
		served.set(key, entry);
	};
	for (const pod of pods) {
		if (!isBehindService(pod, publishNotReadyAddresses)) continue;
		const ready = publishNotReadyAddresses || isPodReady(pod);
		const backend = { address: addressOf(pod, service), ready };
		if (ports.length === 0 && isHeadless(service)) serve(undefined, backend);
		for (const port of ports) {
			const number = findPort(pod, port);
			if (number !== undefined) serve(endpointPort(port, number), backend);
		}
	}
	return repacked([...served.values()]);
}

function repacked(
	served: readonly { port: EndpointPort | undefined; backends: readonly Backend[] }[]
): EndpointSubset[] {
	const byBackends = new Map<string, { ports: EndpointPort[]; backends: readonly Backend[] }>();
	for (const { port, backends } of served) {
		const sorted = [...backends].sort((a, b) => (a.address.ip < b.address.ip ? -1 : 1));
		const key = JSON.stringify(sorted);
		const subset = byBackends.get(key) ?? { ports: [], backends: sorted };
		if (port !== undefined) subset.ports.push(port);
		byBackends.set(key, subset);
	}
	return [...byBackends.values()].map(({ ports, backends }) => {
		const ready = backends.filter((backend) => backend.ready).map(({ address }) => address);
		const notReady = backends.filter((backend) => !backend.ready).map(({ address }) => address);
		return {
			...(ready.length > 0 ? { addresses: ready } : undefined),
			...(notReady.length > 0 ? { notReadyAddresses: notReady } : undefined),
			...(ports.length > 0 ? { ports: byHash(ports) } : undefined)
		};
	});
}

/** Models util.go portsByHash. */
function byHash(ports: readonly EndpointPort[]): EndpointPort[] {
	const hashed = ports.map((port) => ({ port, hash: md5(goPort(port)) }));
	return hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ port }) => port);
}

function goPort({ name = '', port, protocol, appProtocol }: EndpointPort): string {
	const application = `AppProtocol:(*string)${appProtocol ?? '<nil>'}`;
	return `(v1.EndpointPort){Name:(string)${name} Port:(int32)${port} Protocol:(v1.Protocol)${protocol} ${application}}`;
}

function endpointPort({ name, protocol, appProtocol }: ServicePort, port: number): EndpointPort {
	return {
		...(name ? { name } : undefined),
		port,
		protocol: protocol ?? 'TCP',
		...(appProtocol === undefined ? undefined : { appProtocol })
	};
}

function addressOf(pod: Pod, service: Service): EndpointAddress {
	const { namespace, name, uid } = pod.metadata;
	const hostname = hostnameFor(pod, service);
	return {
		ip: pod.status.podIP!,
		...(hostname === undefined ? undefined : { hostname }),
		...(pod.spec.nodeName ? { nodeName: pod.spec.nodeName } : undefined),
		targetRef: { kind: 'Pod', namespace: namespace!, name: name!, uid: uid! }
	};
}
