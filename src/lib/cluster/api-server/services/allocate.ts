import type { ServicePort, ServiceSpec } from '#lib/kubernetes/service.ts';
import { type FieldError, invalidError } from '#lib/kubernetes/validation/field-error.ts';
import { withFamilies } from './ip-families.ts';
import type { ServiceAddresses } from './service-addresses.ts';
import { needsClusterIp, needsHealthCheckPort, needsNodePort } from './service-needs.ts';

/** Why nothing was given out: what is wrong with the fields, or that the server has nothing left. */
export type Refusal = { readonly errors: readonly FieldError[] } | { readonly failure: string };

/**
 * A Service with the addresses and ports of nodes that it needs.
 * Models pkg/registry/core/service/storage/alloc.go allocateCreate and allocateUpdate.
 *
 * @param old what it was before an update
 * @param request who gets what is given out
 */
export function allocate(
	given: ServiceSpec,
	old: ServiceSpec | undefined,
	addresses: ServiceAddresses,
	request: number
): { readonly spec: ServiceSpec } | Refusal {
	const spec = withFamilies(given, old);
	if (Array.isArray(spec)) return { errors: spec as readonly FieldError[] };
	const steps = [allocateAddress, allocateNodePorts, allocateHealthCheckPort];
	let allocated = spec as ServiceSpec;
	for (const step of steps) {
		const result = step(allocated, old, addresses, request);
		if (!('spec' in result)) return result;
		allocated = result.spec;
	}
	return { spec: allocated };
}

type Step = (
	spec: ServiceSpec,
	old: ServiceSpec | undefined,
	addresses: ServiceAddresses,
	request: number
) => { readonly spec: ServiceSpec } | Refusal;

/** Models allocClusterIPs, updateClusterIPs. A Service keeps the address that it has. */
const allocateAddress: Step = (spec, old, addresses, request) => {
	const isNew = old === undefined || !needsClusterIp(old);
	if (!needsClusterIp(spec) || spec.clusterIPs?.[0] === 'None' || !isNew) return { spec };
	const [asked] = spec.clusterIPs ?? [];
	if (!asked) {
		const given = addresses.nextAddress(request);
		if (given === undefined) return { failure: 'failed to allocate a serviceIP: range is full' };
		return { spec: { ...spec, clusterIP: given, clusterIPs: [given] } };
	}
	const taken = addresses.takeAddress(request, asked);
	if (taken === undefined) return { spec };
	const why = `failed to allocate IP ${asked}: ${taken}`;
	return { errors: [invalidError('spec.clusterIPs', spec.clusterIPs, why)] };
};

/** Models initNodePorts, updateNodePorts: one number serves all protocols of a port. */
const allocateNodePorts: Step = (spec, old, addresses, request) => {
	if (!needsNodePort(spec)) return { spec };
	const allocates = spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts === true;
	const before = old !== undefined && needsNodePort(old) ? (old.ports ?? []) : [];
	const mine = new Set(before.flatMap(({ nodePort }) => (nodePort ? [nodePort] : [])));
	const byPort = new Map<number, number>();
	const ports: ServicePort[] = [];
	for (const [index, port] of (spec.ports ?? []).entries()) {
		const shared = old === undefined ? byPort.get(port.port) : undefined;
		const asked = port.nodePort || shared || (old === undefined ? askedFor(port, spec) : undefined);
		if (!port.nodePort && !allocates) {
			ports.push(port);
			continue;
		}
		const nodePort = asked ?? addresses.nextPort(request);
		if (nodePort === undefined) return { failure: 'failed to allocate a nodePort: range is full' };
		if (asked !== undefined && !mine.has(asked) && shared !== asked) {
			const taken = addresses.takePort(request, asked);
			if (taken !== undefined) {
				return { errors: [invalidError(`spec.ports[${index}].nodePort`, asked, taken)] };
			}
			if (old !== undefined) mine.add(asked);
		}
		if (!byPort.has(port.port)) byPort.set(port.port, nodePort);
		ports.push({ ...port, nodePort });
	}
	return { spec: { ...spec, ...(spec.ports && { ports }) } };
};

/** Models findRequestedNodePort. */
function askedFor({ port }: ServicePort, { ports = [] }: ServiceSpec): number | undefined {
	return ports.find((other) => other.port === port && other.nodePort)?.nodePort;
}

/** Models allocHealthCheckNodePort. */
const allocateHealthCheckPort: Step = (spec, old, addresses, request) => {
	const hadOne = old !== undefined && needsHealthCheckPort(old);
	if (!needsHealthCheckPort(spec) || hadOne) return { spec };
	const asked = spec.healthCheckNodePort;
	if (!asked) {
		const port = addresses.nextPort(request);
		if (port !== undefined) return { spec: { ...spec, healthCheckNodePort: port } };
		return { failure: 'failed to allocate a HealthCheck NodePort 0: range is full' };
	}
	const taken = addresses.takePort(request, asked);
	if (taken === undefined) return { spec };
	return { failure: `failed to allocate requested HealthCheck NodePort ${asked}: ${taken}` };
};
