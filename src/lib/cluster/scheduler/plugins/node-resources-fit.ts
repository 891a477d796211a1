import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { maxNodeScore, type Plugin, type Refusal } from '../framework.ts';
import { NodeInfo, nonZeroRequestsOf, requestsOf } from '../node-info.ts';

/**
 * What a Pod asks for must be free on the node: allocatable less what its Pods asked for, whatever they use.
 * Models framework/plugins/noderesources/fit.go fitsRequest.
 */
function fit(pod: Pod, info: NodeInfo): Refusal | undefined {
	const reasons: string[] = [];
	let unresolvable = false;
	const check = (name: string, asked: number, used: number, offered: number): void => {
		if (asked === 0 || asked <= offered - used) return;
		reasons.push(`Insufficient ${name}`);
		if (asked > offered) unresolvable = true;
	};
	if (info.pods.size + 1 > info.allowedPods) reasons.push('Too many pods');
	const asked = requestsOf(pod);
	check('cpu', asked.milliCpu, info.milliCpu, info.allocatable.milliCpu);
	check('memory', asked.memory, info.memory, info.allocatable.memory);
	check(
		'ephemeral-storage',
		asked.ephemeralStorage,
		info.ephemeralStorage,
		info.allocatable.ephemeralStorage
	);
	for (const [name, amount] of Object.entries(asked.others)) {
		check(name, amount, info.others.get(name) ?? 0, info.allocatable.others[name] ?? 0);
	}
	return reasons.length === 0 ? undefined : { reasons, unresolvable };
}

/** Free share of a resource in whole percent. Models least_allocated.go leastRequestedScore. */
function leastRequested(requested: number, capacity: number): number {
	if (capacity === 0 || requested > capacity) return 0;
	return Math.trunc(((capacity - requested) * maxNodeScore) / capacity);
}

export const nodeResourcesFit: Plugin = {
	name: 'NodeResourcesFit',
	filter: fit,
	score: {
		weight: 1,
		node(pod, info) {
			const asked = nonZeroRequestsOf(pod);
			const { milliCpu, memory } = info.allocatable;
			const cpu = leastRequested(info.nonZeroMilliCpu + asked.milliCpu, milliCpu);
			const bytes = leastRequested(info.nonZeroMemory + asked.memory, memory);
			return Math.trunc((cpu + bytes) / 2);
		}
	},
	wakes: (pod, change) =>
		change.type === 'pod-gone' ||
		(change.type === 'node-added' && fitsEmpty(pod, change.node)) ||
		(change.type === 'node-updated' &&
			change.node.status.allocatable !== change.before.status.allocatable &&
			JSON.stringify(change.node.status.allocatable) !==
				JSON.stringify(change.before.status.allocatable) &&
			fitsEmpty(pod, change.node))
};

function fitsEmpty(pod: Pod, node: Node): boolean {
	return fit(pod, new NodeInfo(node)) === undefined;
}
