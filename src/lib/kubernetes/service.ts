import type { IntOrString } from './int-or-string.ts';
import type { KubeObject } from './object.ts';
import type { Condition } from './pod.ts';

export type ServiceType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** core/v1 Service. */
export interface Service extends KubeObject {
	readonly kind: 'Service';
	readonly spec: ServiceSpec;
	readonly status: ServiceStatus;
}

export interface ServiceSpec {
	readonly type?: ServiceType;
	readonly selector?: Readonly<Record<string, string>>;
	readonly ports?: readonly ServicePort[];
	/** An address, or `None` for a headless Service. */
	readonly clusterIP?: string;
	readonly clusterIPs?: readonly string[];
	readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
	readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';
	readonly externalIPs?: readonly string[];
	readonly externalName?: string;
	readonly sessionAffinity?: 'None' | 'ClientIP';
	readonly sessionAffinityConfig?: { readonly clientIP?: { readonly timeoutSeconds?: number } };
	readonly externalTrafficPolicy?: 'Cluster' | 'Local';
	readonly internalTrafficPolicy?: 'Cluster' | 'Local';
	readonly healthCheckNodePort?: number;
	readonly publishNotReadyAddresses?: boolean;
	readonly loadBalancerIP?: string;
	readonly loadBalancerClass?: string;
	readonly loadBalancerSourceRanges?: readonly string[];
	readonly allocateLoadBalancerNodePorts?: boolean;
	readonly trafficDistribution?: string;
	readonly [field: string]: unknown;
}

export interface ServicePort {
	readonly name?: string;
	readonly protocol?: Protocol;
	readonly port: number;
	/** A number, or the name of a port of the Pod's containers. */
	readonly targetPort?: IntOrString;
	readonly nodePort?: number;
	readonly appProtocol?: string;
}

export interface ServiceStatus {
	readonly loadBalancer?: {
		readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[];
	};
	readonly conditions?: readonly Condition[];
}
