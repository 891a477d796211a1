import type { Service, ServicePort } from '#lib/kubernetes/service.ts';
import type { Categorized } from './categorize-endpoints.ts';
import { ServiceRules } from './service-rules.ts';

const defaultAffinitySeconds = 10_800;

/** Who keeps kube-proxy from touching a Service (cmd/kube-proxy/app/server.go). */
const skippedBy = ['service.kubernetes.io/service-proxy-name', 'service.kubernetes.io/headless'];

type Policy = 'Cluster' | 'Local';

/** Models pkg/proxy/util/utils.go ShouldSkipService: headless and ExternalName Services have no rules. */
export function isProxied({ metadata, spec }: Service): boolean {
	return (
		spec.clusterIP !== undefined &&
		spec.clusterIP !== '' &&
		spec.clusterIP !== 'None' &&
		spec.type !== 'ExternalName' &&
		skippedBy.every((label) => metadata.labels?.[label] === undefined)
	);
}

/** Where a port of a Service is reached, as keys of the rules, and the policy that holds there. */
export function addressesOf(spec: Service['spec'], port: ServicePort): [string, Policy][] {
	const inside: [string, Policy] = [
		`${spec.clusterIP}:${port.port}`,
		spec.internalTrafficPolicy ?? 'Cluster'
	];
	const outside = spec.externalTrafficPolicy ?? 'Cluster';
	return port.nodePort === undefined || port.nodePort === 0
		? [inside]
		: [inside, [`:${port.nodePort}`, outside]];
}

/** The rules of one of these addresses, given the endpoints of its port; clients stay where they were. */
export function rulesOf(
	key: string,
	{ spec }: Service,
	{ cluster, localTo, any }: Categorized,
	policy: Policy,
	node: string,
	before: ServiceRules | undefined
): ServiceRules {
	const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? defaultAffinitySeconds;
	const affinityMs = spec.sessionAffinity === 'ClientIP' ? seconds * 1000 : undefined;
	const endpoints = policy === 'Local' ? localTo(node) : cluster;
	return new ServiceRules(key, endpoints, policy === 'Local' && any, affinityMs, before);
}
