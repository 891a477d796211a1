import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Endpoint, EndpointPort, EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { controllerRef } from '../controller-ref.ts';
import { endpointKey } from './endpoint-of-pod.ts';
import { portsKey } from './endpoint-ports.ts';
import { sliceLabels } from './service-labels.ts';
import type { WantedSet } from './wanted-set.ts';

/** More than this goes into another slice. Models `--max-endpoints-per-slice`. */
export const mostPerSlice = 100;

/** Endpoints that serve the same ports. */
export interface EndpointGroup {
	readonly ports: readonly EndpointPort[];
	readonly endpoints: WantedSet;
}

/** What is to be written; a slice to create has no name yet. */
export interface SliceChanges {
	readonly create: readonly EndpointSlice[];
	readonly update: readonly EndpointSlice[];
	readonly remove: readonly EndpointSlice[];
}

/**
 * From the slices that are there to those that should be, with as few writes as may be: first drop and change in place, then
 * fill up what is written anyway, then what has room, then new ones. Models k8s.io/endpointslice reconciler.go
 * reconcileByAddressType and finalize.
 */
export function reconcileSlices(
	service: Service,
	existing: readonly EndpointSlice[],
	groups: readonly EndpointGroup[]
): SliceChanges {
	const isOwn = ({ metadata }: EndpointSlice): boolean =>
		metadata.ownerReferences?.some(({ uid }) => uid === service.metadata.uid) ?? false;
	const own = existing.filter(isOwn);
	const wanted = new Set(groups.map(({ ports }) => portsKey(ports)));
	const create: EndpointSlice[] = [];
	const update: EndpointSlice[] = [];
	const remove = existing.filter((slice) => !isOwn(slice) || !wanted.has(portsKey(slice.ports)));
	for (const group of groups) {
		const key = portsKey(group.ports);
		const slices = own.filter(({ ports }) => portsKey(ports) === key);
		const changes = reconcileGroup(service, slices, group);
		create.push(...changes.create);
		update.push(...changes.update);
		remove.push(...changes.remove);
	}
	if (existing.length === remove.length && create.length === 0) {
		const empty = newSlice(service, [], []);
		const [only] = remove;
		if (remove.length === 1 && isPlaceholder(only!, empty)) remove.pop();
		else create.push(empty);
	}
	return reuse(create, update, remove, isOwn);
}

/** Rather than delete one slice and create another, the one becomes the other. */
function reuse(
	create: EndpointSlice[],
	update: EndpointSlice[],
	remove: readonly EndpointSlice[],
	isOwn: (slice: EndpointSlice) => boolean
): SliceChanges {
	const left = remove.filter((slice) => {
		const fresh = isOwn(slice) ? create.pop() : undefined;
		if (fresh === undefined) return true;
		update.push({ ...fresh, metadata: { ...fresh.metadata, name: slice.metadata.name! } });
		return false;
	});
	return { create, update, remove: left };
}

/** Models reconciler.go reconcileByPortMapping. */
function reconcileGroup(
	service: Service,
	slices: readonly EndpointSlice[],
	{ ports, endpoints }: EndpointGroup
): SliceChanges {
	const labels = sliceLabels(service);
	const changed: EndpointSlice[] = [];
	const unchanged: EndpointSlice[] = [];
	const remove: EndpointSlice[] = [];
	// Most endpoints are the same objects as before; only the others are looked up by what they say.
	const { same, missing } = endpoints.findIn(slices);
	const others = new Map([...missing].map((endpoint) => [endpointKey(endpoint), endpoint]));
	for (const [place, slice] of slices.entries()) {
		const before = slice.endpoints ?? [];
		const isSame = same[place]!;
		const kept =
			isSame === 'all'
				? before
				: before.flatMap((endpoint, index) =>
						isSame[index] ? endpoint : take(missing, others.get(endpointKey(endpoint)))
					);
		const differs = !isDeepEqual(kept, before);
		if (differs && kept.length === 0) remove.push(slice);
		else if (differs || !isDeepEqual(slice.metadata.labels, labels)) {
			changed.push({ ...slice, metadata: { ...slice.metadata, labels }, endpoints: kept });
		} else unchanged.push(slice);
	}
	changed.sort((a, b) => (b.endpoints ?? []).length - (a.endpoints ?? []).length);
	const update = changed.map((slice) => filled(slice, missing));
	const create: EndpointSlice[] = [];
	while (missing.size > 0) {
		const room = missing.size < mostPerSlice ? bestFit(unchanged, missing.size) : undefined;
		if (room === undefined) create.push(filled(newSlice(service, ports, []), missing));
		else update.push(filled(room, missing));
	}
	return { create, update, remove };
}

function take(missing: Set<Endpoint>, endpoint: Endpoint | undefined): Endpoint[] {
	return endpoint !== undefined && missing.delete(endpoint) ? [endpoint] : [];
}

function filled(slice: EndpointSlice, missing: Set<Endpoint>): EndpointSlice {
	const endpoints = [...(slice.endpoints ?? [])];
	for (const endpoint of missing) {
		if (endpoints.length >= mostPerSlice) break;
		endpoints.push(endpoint);
		missing.delete(endpoint);
	}
	return { ...slice, endpoints };
}

/** The slice that they fill up best. Models utils.go getSliceToFill. */
function bestFit(slices: readonly EndpointSlice[], count: number): EndpointSlice | undefined {
	let best: EndpointSlice | undefined;
	let least = mostPerSlice;
	for (const slice of slices) {
		const left = mostPerSlice - count - (slice.endpoints ?? []).length;
		if (left < 0 || left >= least) continue;
		best = slice;
		least = left;
	}
	return best;
}

function isPlaceholder(slice: EndpointSlice, empty: EndpointSlice): boolean {
	return (
		(slice.endpoints ?? []).length === 0 &&
		(slice.ports ?? []).length === 0 &&
		isDeepEqual(slice.metadata.labels, empty.metadata.labels)
	);
}

/** Models utils.go newEndpointSlice. */
function newSlice(
	service: Service,
	ports: readonly EndpointPort[],
	endpoints: readonly Endpoint[]
): EndpointSlice {
	const { name, namespace } = service.metadata;
	return {
		apiVersion: 'discovery.k8s.io/v1',
		kind: 'EndpointSlice',
		metadata: {
			generateName: `${name}-`,
			namespace: namespace!,
			labels: sliceLabels(service),
			ownerReferences: [controllerRef(service)]
		},
		addressType: 'IPv4',
		endpoints,
		ports
	};
}
