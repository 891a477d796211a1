/** A Pod as the eviction of Pods for memory looks at it. */
export interface EvictionCandidate {
	/** `namespace/name`. */
	readonly pod: string;
	readonly priority: number;
	/** Working set of its containers, bytes. */
	readonly uses: number;
	/** What they asked for, bytes. */
	readonly requests: number;
}

/**
 * Who goes first when the node is short of memory: whoever uses more than was asked for, then the lower priority, then whoever
 * is further above the request. The QoS class is not asked; that those without requests go early follows.
 *
 * Models pkg/kubelet/eviction/helpers.go rankMemoryPressure (exceedMemoryRequests, priority, memory).
 */
export function evictionOrder<T extends EvictionCandidate>(candidates: readonly T[]): T[] {
	const exceeds = ({ uses, requests }: T): number => (uses > requests ? 0 : 1);
	return [...candidates].sort(
		(a, b) =>
			exceeds(a) - exceeds(b) ||
			a.priority - b.priority ||
			b.uses - b.requests - (a.uses - a.requests)
	);
}
