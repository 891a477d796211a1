import type { KubeObject } from './object.ts';
import type { Protocol } from './service.ts';

/** discovery.k8s.io/v1 EndpointSlice: up to some hundred backends of a Service. */
export interface EndpointSlice extends KubeObject {
	readonly kind: 'EndpointSlice';
	readonly addressType: 'IPv4' | 'IPv6' | 'FQDN';
	/** Null when there are none. */
	readonly endpoints?: readonly Endpoint[] | null;
	readonly ports?: readonly EndpointPort[] | null;
}

export interface Endpoint {
	readonly addresses: readonly string[];
	readonly conditions?: {
		/** serving and not terminating */
		readonly ready?: boolean;
		readonly serving?: boolean;
		readonly terminating?: boolean;
	};
	readonly hostname?: string;
	readonly nodeName?: string;
	readonly targetRef?: TargetReference;
	readonly zone?: string;
	/** Of v1beta1; never stored by v1. */
	readonly deprecatedTopology?: Readonly<Record<string, string>>;
	readonly hints?: {
		readonly forZones?: readonly { readonly name: string }[];
		readonly forNodes?: readonly { readonly name: string }[];
	};
}

/** Which object stands behind an address. */
export interface TargetReference {
	readonly kind?: string;
	readonly namespace?: string;
	readonly name?: string;
	readonly uid?: string;
}

export interface EndpointPort {
	readonly name?: string;
	readonly port?: number;
	readonly protocol?: Protocol;
	readonly appProtocol?: string;
}

/** core/v1 Endpoints: the older form of the same, still written. */
export interface Endpoints extends KubeObject {
	readonly kind: 'Endpoints';
	readonly subsets?: readonly EndpointSubset[];
}

export interface EndpointSubset {
	readonly addresses?: readonly EndpointAddress[];
	readonly notReadyAddresses?: readonly EndpointAddress[];
	readonly ports?: readonly EndpointPort[];
}

export interface EndpointAddress {
	readonly ip: string;
	readonly hostname?: string;
	readonly nodeName?: string;
	readonly targetRef?: TargetReference;
}
