import type {
	Endpoint,
	EndpointAddress,
	EndpointPort,
	Endpoints,
	EndpointSlice
} from '#lib/kubernetes/endpoint-slice.ts';
import type { Description } from './description.ts';
import { describeEvents } from './events.ts';
import { headingOf } from './heading.ts';
import type { SmallDescriber } from './small-kinds.ts';

/** Models kubectl pkg/describe/describe.go describeEndpointSliceV1. */
export const describeEndpointSlice: SmallDescriber = (object, events, nowMs) => {
	const { addressType, ...lists } = object as EndpointSlice;
	const [ports, endpoints] = [lists.ports ?? [], lists.endpoints ?? []];
	const description = headingOf(object);
	description.line(0, `AddressType:\t${addressType}`);
	if (ports.length === 0) {
		description.line(0, 'Ports: <unset>');
	} else {
		description.line(0, 'Ports:');
		describePorts(description, 1, ports);
	}
	description.line(0, endpoints.length === 0 ? 'Endpoints: <none>' : 'Endpoints:');
	for (const endpoint of endpoints) describeEndpoint(description, endpoint);
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

function describeEndpoint(description: Description, endpoint: Endpoint): void {
	const { addresses, conditions, hostname, targetRef, nodeName, zone } = endpoint;
	description.line(1, `- Addresses:\t${addresses.join(', ') || '<none>'}`);
	description.line(2, 'Conditions:');
	description.line(3, `Ready:\t${String(conditions?.ready ?? '<unset>')}`);
	description.line(2, `Hostname:\t${hostname ?? '<unset>'}`);
	if (targetRef !== undefined) {
		description.line(2, `TargetRef:\t${targetRef.kind ?? ''}/${targetRef.name ?? ''}`);
	}
	description.line(2, `NodeName:\t${nodeName ?? '<unset>'}`);
	description.line(2, `Zone:\t${zone ?? '<unset>'}`);
}

/** Models describeEndpoints. */
export const describeEndpoints: SmallDescriber = (object, events, nowMs) => {
	const description = headingOf(object);
	const list = (addresses: readonly EndpointAddress[] = []): string =>
		addresses.map(({ ip }) => ip).join(',') || '<none>';
	description.line(0, 'Subsets:');
	for (const { addresses, notReadyAddresses, ports = [] } of (object as Endpoints).subsets ?? []) {
		description.line(1, `Addresses:\t${list(addresses)}`);
		description.line(1, `NotReadyAddresses:\t${list(notReadyAddresses)}`);
		if (ports.length > 0) {
			description.line(1, 'Ports:');
			describePorts(description, 2, ports);
		}
		description.line(0, '');
	}
	if (events !== undefined) describeEvents(description, events, nowMs);
	return description.toString();
};

function describePorts(
	description: Description,
	level: number,
	ports: readonly EndpointPort[]
): void {
	description.line(level, 'Name\tPort\tProtocol');
	description.line(level, '----\t----\t--------');
	for (const { name, port = '<unset>', protocol = '' } of ports) {
		description.line(level, `${name || '<unset>'}\t${port}\t${protocol}`);
	}
}
