import type {
	EndpointAddress,
	EndpointPort,
	EndpointSubset
} from '#lib/kubernetes/endpoint-slice.ts';
import { md5 } from '../md5.ts';
import type { Backend, Backends, ServedPorts } from './backends.ts';

/** Backends that serve the same ports. */
interface Repacked {
	readonly ports: ServedPorts;
	readonly backends: readonly Backend[];
}

/**
 * The Pods behind a Service as the older Endpoints object has them: ports that the same addresses serve stand together.
 * Models pkg/controller/endpoint/endpoints_controller.go syncService and pkg/api/v1/endpoints/util.go RepackSubsets.
 */
export function endpointSubsets({ sorted }: Backends): EndpointSubset[] {
	const [first] = sorted;
	if (first === undefined) return [];
	const areAlike = sorted.every(({ ports }) => ports === first.ports);
	const groups = areAlike ? [{ ports: first.ports, backends: sorted }] : repacked(sorted);
	return groups.map(subset);
}

function repacked(sorted: readonly Backend[]): Repacked[] {
	const served = new Map<string, { port: EndpointPort | undefined; backends: Backend[] }>();
	for (const { ports } of [...sorted].sort((a, b) => a.place - b.place)) {
		for (const port of ports) served.set(JSON.stringify(port ?? null), { port, backends: [] });
	}
	for (const backend of sorted) {
		for (const port of backend.ports) {
			served.get(JSON.stringify(port ?? null))!.backends.push(backend);
		}
	}
	const groups = new Map<string, { ports: (EndpointPort | undefined)[]; backends: Backend[] }>();
	for (const { port, backends } of served.values()) {
		const key = backends.map(({ place }) => place).join();
		const group = groups.get(key);
		if (group === undefined) groups.set(key, { ports: [port], backends });
		else group.ports.push(port);
	}
	return [...groups.values()];
}

function subset({ ports, backends }: Repacked): EndpointSubset {
	let readyCount = 0;
	for (const backend of backends) if (backend.ready) readyCount++;
	// Made at their sizes: a thousand addresses are written a thousand times, and lists that grow leave as much behind.
	const ready = new Array<EndpointAddress>(readyCount);
	const notReady = new Array<EndpointAddress>(backends.length - readyCount);
	let [readyAt, notReadyAt] = [0, 0];
	for (const { ready: isReady, address } of backends) {
		if (isReady) ready[readyAt++] = address;
		else notReady[notReadyAt++] = address;
	}
	const named = ports.filter((port) => port !== undefined);
	return {
		...(ready.length > 0 ? { addresses: ready } : undefined),
		...(notReady.length > 0 ? { notReadyAddresses: notReady } : undefined),
		...(named.length > 0 ? { ports: byHash(named) } : undefined)
	};
}

/** Models util.go portsByHash. */
function byHash(ports: readonly EndpointPort[]): readonly EndpointPort[] {
	if (ports.length < 2) return ports;
	const hashed = ports.map((port) => ({ port, hash: md5(goPort(port)) }));
	return hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ port }) => port);
}

function goPort({ name = '', port, protocol, appProtocol }: EndpointPort): string {
	const application = `AppProtocol:(*string)${appProtocol ?? '<nil>'}`;
	return `(v1.EndpointPort){Name:(string)${name} Port:(int32)${port} Protocol:(v1.Protocol)${protocol} ${application}}`;
}
