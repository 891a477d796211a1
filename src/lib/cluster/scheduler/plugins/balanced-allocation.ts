import type { Plugin } from '../framework.ts';
import { requestsOf } from '../node-info.ts';
import { askedOf, balanced, cpuAndMemory, loadsOf } from '../resource-scoring.ts';

/**
 * Prefers the node whose resources would be used to the same degree. A Pod that asks for none of them is not scored.
 * Models framework/plugins/noderesources/balanced_allocation.go.
 *
 * @param resources which; upstream's default is CPU and memory
 */
export function balancedAllocationOf(resources = cpuAndMemory): Plugin {
	return {
		name: 'NodeResourcesBalancedAllocation',
		score: {
			weight: 1,
			of(pod) {
				const asked = requestsOf(pod);
				if (resources.every(({ name }) => askedOf(asked, name) === 0)) return undefined;
				return { node: (info) => balanced(loadsOf(pod, info, resources, true)) };
			}
		}
	};
}

export const balancedAllocation = balancedAllocationOf();
