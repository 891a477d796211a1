import type { Endpoint } from '#lib/kubernetes/endpoint-slice.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { keyOf } from '../../informer.ts';
import type { SelectedPod } from '../pod-changes.ts';
import { endpointOf, isBehindService, withHints } from './endpoint-of-pod.ts';
import { endpointPorts, portsKey } from './endpoint-ports.ts';
import type { EndpointGroup } from './reconcile-slices.ts';
import { WantedSet } from './wanted-set.ts';

/**
 * What the slices of one Service should say, kept up to date Pod by Pod; an endpoint stays the same object for as long as its
 * Pod is as it was. Models what k8s.io/endpointslice reconciler.go reconcileByAddressType works out anew each time.
 */
export class WantedEndpoints {
	private readonly byPod = new Map<string, { group: EndpointGroup; endpoint: Endpoint }>();
	private readonly groups = new Map<string, EndpointGroup>();

	constructor(
		readonly service: Service,
		private readonly node: (name: string) => Node | undefined,
		pods: Iterable<SelectedPod>
	) {
		for (const selected of pods) this.put(keyOf(selected.pod), selected);
	}

	apply(changes: ReadonlyMap<string, SelectedPod | null>): void {
		for (const [key, selected] of changes) this.put(key, selected);
	}

	/** In the order of their first Pods. */
	inGroups(): EndpointGroup[] {
		const filled = [...this.groups.values()].filter(({ endpoints }) => endpoints.size > 0);
		if (filled.length > 1) {
			const first = new Map(filled.map((group) => [group, group.endpoints.first()]));
			filled.sort((a, b) => first.get(a)! - first.get(b)!);
		}
		const { trafficDistribution } = this.service.spec;
		if (!trafficDistribution) return filled;
		return filled.map(({ ports, endpoints }) => ({
			ports,
			endpoints: endpoints.withEndpoints((all) => withHints(all, this.service))
		}));
	}

	private put(key: string, selected: SelectedPod | null): void {
		const before = this.byPod.get(key);
		if (before !== undefined) {
			before.group.endpoints.delete(before.endpoint);
			this.byPod.delete(key);
		}
		if (selected === null) return;
		const { pod, place } = selected;
		if (!isBehindService(pod, true)) return;
		const node = this.node(pod.spec.nodeName ?? '');
		if (node === undefined && this.service.spec.publishNotReadyAddresses !== true) return;
		const group = this.groupOf(pod);
		const endpoint = endpointOf(pod, this.service, node);
		group.endpoints.add(endpoint, place);
		this.byPod.set(key, { group, endpoint });
	}

	private groupOf(pod: Pod): EndpointGroup {
		const ports = endpointPorts(this.service, pod);
		const key = portsKey(ports);
		let group = this.groups.get(key);
		if (group === undefined) {
			this.groups.set(key, (group = { ports, endpoints: new WantedSet() }));
		}
		return group;
	}
}
