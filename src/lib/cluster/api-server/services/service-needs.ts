import type { ServiceSpec } from '#lib/kubernetes/service.ts';

/** Models pkg/registry/core/service/strategy.go needsClusterIP, needsNodePort, needsHCNodePort. */
export function needsClusterIp({ type }: ServiceSpec): boolean {
	return type !== 'ExternalName';
}

export function needsNodePort({ type }: ServiceSpec): boolean {
	return type === 'NodePort' || type === 'LoadBalancer';
}

export function needsHealthCheckPort({ type, externalTrafficPolicy }: ServiceSpec): boolean {
	return type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
}
