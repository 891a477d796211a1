import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { isExternallyAccessible } from '#lib/kubernetes/defaults/service.ts';
import type { Service, ServicePort, ServiceSpec } from '#lib/kubernetes/service.ts';
import { needsClusterIp, needsHealthCheckPort, needsNodePort } from './service-needs.ts';

/**
 * What was given out stays when an update leaves it out, so that the manifest of the create can be sent again.
 * Models pkg/registry/core/service/storage/storage.go patchAllocatedValues.
 */
export function keepAllocated(spec: ServiceSpec, old: ServiceSpec): ServiceSpec {
	let kept = spec;
	if (needsClusterIp(old) && needsClusterIp(spec)) {
		const clusterIPs = spec.clusterIPs ?? old.clusterIPs;
		kept = {
			...kept,
			...defined('clusterIP', spec.clusterIP || old.clusterIP),
			...defined('clusterIPs', clusterIPs)
		};
	}
	if (needsNodePort(old) && needsNodePort(spec) && spec.ports) {
		kept = { ...kept, ports: keepNodePorts(spec.ports, old.ports ?? []) };
	}
	if (needsHealthCheckPort(old) && needsHealthCheckPort(spec)) {
		const port = spec.healthCheckNodePort ?? old.healthCheckNodePort;
		kept = { ...kept, ...defined('healthCheckNodePort', port) };
	}
	return kept;
}

/** By the ports' names; a node port that another port has got is not given twice. */
function keepNodePorts(
	ports: readonly ServicePort[],
	old: readonly ServicePort[]
): readonly ServicePort[] {
	const now = new Set(ports.map(({ nodePort }) => nodePort));
	const used = new Set(old.map(({ nodePort }) => nodePort).filter((port) => now.has(port)));
	const byName = new Map(old.map(({ name = '', nodePort }) => [name, nodePort]));
	return ports.map((port) => {
		const before = byName.get(port.name ?? '');
		return port.nodePort || before === undefined || used.has(before)
			? port
			: { ...port, nodePort: before };
	});
}

/** Brings `clusterIPs` in step with `clusterIP`. Models normalizeClusterIPs. */
export function alignClusterIps(spec: ServiceSpec, old: ServiceSpec | undefined): ServiceSpec {
	const { clusterIP = '', clusterIPs = [] } = spec;
	if (old === undefined) {
		return clusterIP !== '' && clusterIPs.length === 0
			? { ...spec, clusterIPs: [clusterIP] }
			: spec;
	}
	const before = old.clusterIP ?? '';
	if (before === clusterIP) {
		return clusterIPs.length === 0 ? { ...spec, ...defined('clusterIPs', old.clusterIPs) } : spec;
	}
	if (!isDeepEqual(clusterIPs, old.clusterIPs ?? [])) return spec;
	return clusterIP === '' ? without(spec, ['clusterIPs']) : { ...spec, clusterIPs: [clusterIP] };
}

/**
 * What the new type has no use for goes, unless the update also changed it.
 * Models pkg/registry/core/service/strategy.go dropTypeDependentFields.
 */
export function dropUnneeded(service: Service, { spec: old }: Service): Service {
	let { spec } = service;
	const drop = (wasNeeded: boolean, isNeeded: boolean, ...fields: string[]): void => {
		if (!wasNeeded || isNeeded) return;
		spec = without(
			spec,
			fields.filter((field) => isDeepEqual(spec[field], old[field]))
		);
	};
	const [neededIp, needsIp] = [needsClusterIp(old), needsClusterIp(spec)];
	if (neededIp && !needsIp && isDeepEqual(spec.clusterIPs, old.clusterIPs)) {
		spec = without(spec, ['clusterIP', 'clusterIPs']);
	}
	drop(neededIp, needsIp, 'ipFamilies', 'ipFamilyPolicy');
	if (needsNodePort(old) && !needsNodePort(spec) && sameNodePorts(spec, old)) {
		const ports = spec.ports?.map(({ nodePort: _port, ...port }) => port);
		spec = { ...spec, ...defined('ports', ports) };
	}
	drop(needsHealthCheckPort(old), needsHealthCheckPort(spec), 'healthCheckNodePort');
	const [was, is] = [old.type === 'LoadBalancer', spec.type === 'LoadBalancer'];
	drop(was, is, 'allocateLoadBalancerNodePorts', 'loadBalancerClass');
	drop(isExternallyAccessible(old), isExternallyAccessible(spec), 'externalTrafficPolicy');
	return is
		? { ...service, spec }
		: { ...service, spec, status: { ...service.status, loadBalancer: {} } };
}

/** Models sameNodePorts: as sets. */
function sameNodePorts(a: ServiceSpec, b: ServiceSpec): boolean {
	const sorted = ({ ports }: ServiceSpec) =>
		[...new Set((ports ?? []).flatMap(({ nodePort }) => (nodePort ? [nodePort] : [])))].sort();
	return isDeepEqual(sorted(a), sorted(b));
}

function without(spec: ServiceSpec, fields: readonly string[]): ServiceSpec {
	return Object.fromEntries(Object.entries(spec).filter(([field]) => !fields.includes(field)));
}

function defined<K extends string, V>(key: K, value: V | undefined): Record<K, V> | undefined {
	return value === undefined || value === '' ? undefined : ({ [key]: value } as Record<K, V>);
}
