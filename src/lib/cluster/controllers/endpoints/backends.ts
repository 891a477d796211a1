import type { EndpointAddress, EndpointPort } from '#lib/kubernetes/endpoint-slice.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service, ServicePort } from '#lib/kubernetes/service.ts';
import { keyOf } from '../../informer.ts';
import { hostnameFor, isBehindService } from '../endpoint-slice/endpoint-of-pod.ts';
import { findPort } from '../endpoint-slice/endpoint-ports.ts';
import { isHeadless } from '../endpoint-slice/service-labels.ts';
import { isPodReady } from '../pod-activity.ts';
import type { SelectedPod } from '../pod-changes.ts';

/** The ports that a Pod serves, the same object for all Pods that serve the same; undefined stands for no port at all. */
export type ServedPorts = readonly (EndpointPort | undefined)[];

/** A Pod behind a Service. */
export interface Backend {
	readonly address: EndpointAddress;
	readonly ready: boolean;
	readonly ports: ServedPorts;
	/** See SelectedPod. */
	readonly place: number;
}

/**
 * The Pods behind one Service, sorted by address and kept up to date Pod by Pod: with a thousand of them each change costs as
 * much as with ten. Models what pkg/controller/endpoint/endpoints_controller.go syncService works out anew each time.
 */
export class Backends {
	readonly sorted: Backend[] = [];
	private readonly byPod = new Map<string, Backend>();
	private readonly ports = new Map<string, ServedPorts>();

	constructor(
		readonly service: Service,
		pods: Iterable<SelectedPod>
	) {
		for (const selected of pods) this.put(keyOf(selected.pod), selected);
	}

	apply(changes: ReadonlyMap<string, SelectedPod | null>): void {
		for (const [key, selected] of changes) this.put(key, selected);
	}

	private put(key: string, selected: SelectedPod | null): void {
		const before = this.byPod.get(key);
		const after = selected === null ? undefined : this.backendOf(selected, before);
		if (before !== undefined) this.sorted.splice(this.firstFrom(before), 1);
		if (after === undefined) {
			this.byPod.delete(key);
			return;
		}
		this.sorted.splice(this.firstFrom(after), 0, after);
		this.byPod.set(key, after);
	}

	private backendOf({ pod, place }: SelectedPod, before: Backend | undefined): Backend | undefined {
		const { publishNotReadyAddresses = false } = this.service.spec;
		if (!isBehindService(pod, publishNotReadyAddresses)) return undefined;
		const ports = this.portsOf(pod);
		if (ports.length === 0) return undefined;
		const address = addressOf(pod, this.service);
		return {
			address: isDeepEqual(address, before?.address) ? before!.address : address,
			ready: publishNotReadyAddresses || isPodReady(pod),
			ports,
			place
		};
	}

	private portsOf(pod: Pod): ServedPorts {
		const { ports = [] } = this.service.spec;
		const served: ServedPorts =
			ports.length === 0 && isHeadless(this.service)
				? [undefined]
				: ports.flatMap((port) => {
						const number = findPort(pod, port);
						return number === undefined ? [] : [endpointPort(port, number)];
					});
		const key = JSON.stringify(served);
		const known = this.ports.get(key);
		if (known === undefined) this.ports.set(key, served);
		return known ?? served;
	}

	/** The first place in the list that is not before that backend. */
	private firstFrom({ address, place }: Backend): number {
		let low = 0;
		let high = this.sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = this.sorted[middle]!;
			const isBefore =
				other.address.ip < address.ip || (other.address.ip === address.ip && other.place < place);
			if (isBefore) low = middle + 1;
			else high = middle;
		}
		return low;
	}
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
