import type { Node } from '../pod.ts';

/** Models pkg/apis/core/v1/defaults.go SetDefaults_NodeStatus, and the conversion of podCIDR. */
export function defaultNode(node: Node): Node {
	const { spec = {}, status = {} } = node;
	const cidr = spec.podCIDR ?? spec.podCIDRs?.[0];
	return {
		...node,
		spec: {
			...spec,
			...(cidr !== undefined && { podCIDR: cidr, podCIDRs: spec.podCIDRs ?? [cidr] })
		},
		status: {
			...status,
			...(status.capacity && { allocatable: { ...status.capacity, ...status.allocatable } })
		}
	};
}
