/** One address behind a Service as a node's rules see it. */
export interface ProxyEndpoint {
	readonly ip: string;
	readonly port: number;
	/** `namespace/name` of its Pod; the address where there is none. */
	readonly pod: string;
	readonly ready: boolean;
	readonly serving: boolean;
	readonly terminating: boolean;
	/** Where it is. */
	readonly node?: string;
}

/** The endpoints that each traffic policy uses. */
export interface Categorized {
	readonly cluster: readonly ProxyEndpoint[];
	readonly localTo: (node: string) => readonly ProxyEndpoint[];
	/** Somewhere in the cluster is one that could answer. */
	readonly any: boolean;
}

/**
 * Ready endpoints, and where there are none those that still serve while they terminate; separately for the whole cluster and
 * for one node. Models pkg/proxy/topology.go CategorizeEndpoints (without hints of zones and nodes).
 */
export function categorizeEndpoints(endpoints: readonly ProxyEndpoint[]): Categorized {
	const known = categorized.get(endpoints);
	if (known !== undefined) return known;
	const cluster = usable(endpoints);
	const made = {
		cluster,
		localTo: (node: string) => usable(endpoints.filter((endpoint) => endpoint.node === node)),
		any: cluster.length > 0
	};
	categorized.set(endpoints, made);
	return made;
}

/** Lists never change, and every node has the same ones. */
const categorized = new WeakMap<readonly ProxyEndpoint[], Categorized>();

function usable(endpoints: readonly ProxyEndpoint[]): readonly ProxyEndpoint[] {
	const ready = endpoints.filter((endpoint) => endpoint.ready);
	return ready.length > 0
		? ready
		: endpoints.filter(({ serving, terminating }) => serving && terminating);
}
