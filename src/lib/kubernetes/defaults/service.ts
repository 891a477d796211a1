import type { Service, ServicePort, ServiceSpec } from '../service.ts';

/** Three hours. */
const affinitySeconds = 10_800;

/** Models pkg/apis/core/v1/defaults.go SetDefaults_Service. Addresses and ports of nodes come later, from the allocator. */
export function defaultService(service: Service): Service {
	const { sessionAffinityConfig, ...given } = service.spec;
	const sessionAffinity = given.sessionAffinity ?? 'None';
	const spec: ServiceSpec = {
		...given,
		...(given.ports && { ports: given.ports.map(defaultPort) }),
		type: given.type ?? 'ClusterIP',
		sessionAffinity
	};
	const accessible = isExternallyAccessible(spec);
	const isLoadBalancer = spec.type === 'LoadBalancer';
	const config =
		sessionAffinity === 'ClientIP' ? withTimeout(sessionAffinityConfig) : sessionAffinityConfig;
	return {
		...service,
		spec: {
			...spec,
			...(config && sessionAffinity !== 'None' && { sessionAffinityConfig: config }),
			...(accessible && { externalTrafficPolicy: spec.externalTrafficPolicy ?? 'Cluster' }),
			...(spec.type !== 'ExternalName' && {
				internalTrafficPolicy: spec.internalTrafficPolicy ?? 'Cluster'
			}),
			...(isLoadBalancer && {
				allocateLoadBalancerNodePorts: spec.allocateLoadBalancerNodePorts ?? true
			})
		}
	};
}

/** Whether traffic from outside the cluster reaches it. Models pkg/api/service/util.go ExternallyAccessible. */
export function isExternallyAccessible({ type, externalIPs }: ServiceSpec): boolean {
	return (
		type === 'LoadBalancer' ||
		type === 'NodePort' ||
		(type === 'ClusterIP' && (externalIPs ?? []).length > 0)
	);
}

function defaultPort(port: ServicePort): ServicePort {
	const { targetPort } = port;
	return {
		...port,
		protocol: port.protocol ?? 'TCP',
		targetPort: targetPort || port.port
	};
}

function withTimeout(
	config: ServiceSpec['sessionAffinityConfig']
): ServiceSpec['sessionAffinityConfig'] {
	if (config?.clientIP?.timeoutSeconds !== undefined) return config;
	return { clientIP: { timeoutSeconds: affinitySeconds } };
}
