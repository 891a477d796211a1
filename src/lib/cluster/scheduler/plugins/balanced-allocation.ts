import { maxNodeScore, type Plugin } from '../framework.ts';
import { requestsOf } from '../node-info.ts';

/**
 * Prefers the node whose CPU and memory would be used to the same degree. A Pod that asks for neither is not scored.
 * Models framework/plugins/noderesources/balanced_allocation.go balancedResourceScorer.
 */
export const balancedAllocation: Plugin = {
	name: 'NodeResourcesBalancedAllocation',
	score: {
		weight: 1,
		skips(pod) {
			const { milliCpu, memory } = requestsOf(pod);
			return milliCpu === 0 && memory === 0;
		},
		node(pod, info) {
			const asked = requestsOf(pod);
			const cpu = share(info.milliCpu + asked.milliCpu, info.allocatable.milliCpu);
			const memory = share(info.memory + asked.memory, info.allocatable.memory);
			const deviation = Math.abs(cpu - memory) / 2;
			return Math.trunc((1 - deviation) * maxNodeScore);
		}
	}
};

function share(requested: number, capacity: number): number {
	return capacity === 0 ? 1 : Math.min(1, requested / capacity);
}
