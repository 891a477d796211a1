import type { EndpointPort } from '#lib/kubernetes/endpoint-slice.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service, ServicePort } from '#lib/kubernetes/service.ts';
import { md5 } from '../md5.ts';

/**
 * The number of the port that a Service's port leads to in a Pod; a named one is looked up in its containers.
 * Models pkg/api/v1/pod/util.go FindPort.
 */
export function findPort({ spec }: Pod, port: ServicePort): number | undefined {
	const target = port.targetPort ?? port.port;
	if (typeof target === 'number') return target === 0 ? port.port : target;
	const sidecars = (spec.initContainers ?? []).filter(
		({ restartPolicy }) => restartPolicy === 'Always'
	);
	for (const { ports } of [...spec.containers, ...sidecars]) {
		const found = ports?.find(
			({ name, protocol = 'TCP' }) => name === target && protocol === (port.protocol ?? 'TCP')
		);
		if (found !== undefined) return found.containerPort;
	}
	return undefined;
}

/**
 * The ports of a Service as one Pod serves them, in upstream's order, which is that of a hash.
 * Models k8s.io/endpointslice utils.go getEndpointPorts and util/controller_utils.go NewPortMapKey.
 */
export function endpointPorts({ spec }: Service, pod: Pod): EndpointPort[] {
	const ports = (spec.ports ?? []).flatMap((port): EndpointPort[] => {
		const number = findPort(pod, port);
		if (number === undefined) return [];
		return [
			{
				name: port.name ?? '',
				protocol: port.protocol ?? 'TCP',
				port: number,
				...(port.appProtocol === undefined ? undefined : { appProtocol: port.appProtocol })
			}
		];
	});
	if (ports.length < 2) return ports;
	const hashes = new Map(ports.map((port) => [port, md5(goPort(port))]));
	return ports.sort((a, b) => (hashes.get(a)! < hashes.get(b)! ? -1 : 1));
}

function goPort({ name, protocol, port, appProtocol }: EndpointPort): string {
	const application = `AppProtocol:(*string)${appProtocol ?? '<nil>'}`;
	return `(v1.EndpointPort){Name:(*string)${name} Protocol:(*v1.Protocol)${protocol} Port:(*int32)${port} ${application}}`;
}

/** Slices with the same key hold endpoints that serve the same ports. */
export function portsKey(ports: readonly EndpointPort[] | null | undefined): string {
	return JSON.stringify(
		(ports ?? []).map(({ name, protocol, port, appProtocol }) => [
			name ?? '',
			protocol,
			port,
			appProtocol ?? null
		])
	);
}
