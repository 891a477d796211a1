import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { Plugin, Refusal } from '../framework.ts';
import { NodeInfo, requestsOf } from '../node-info.ts';
import { cpuAndMemory, leastAllocated, loadsOf } from '../resource-scoring.ts';

/** What there is too little of, in base units (CPU in thousandths). */
export interface Insufficiency {
	readonly resource: string;
	readonly requested: number;
	readonly used: number;
	readonly capacity: number;
	readonly reason: string;
	/** More is asked for than the node has when it is empty. */
	readonly unresolvable: boolean;
}

/**
 * What a Pod asks for must be free on the node: allocatable less what its Pods asked for, whatever they use.
 * Models framework/plugins/noderesources/fit.go fitsRequest.
 *
 * @param ignores resources that something else looks after
 */
export function insufficiencies(
	pod: Pod,
	info: NodeInfo,
	ignores?: (resource: string) => boolean
): readonly Insufficiency[] {
	let found: Insufficiency[] | undefined;
	const check = (resource: string, requested: number, used: number, capacity: number): void => {
		if (requested === 0 || requested <= capacity - used) return;
		const reason = `Insufficient ${resource}`;
		const unresolvable = requested > capacity;
		(found ??= []).push({ resource, requested, used, capacity, reason, unresolvable });
	};
	const { allocatable, allowedPods } = info;
	if (info.pods.size + 1 > allowedPods) {
		found = [
			{
				resource: 'pods',
				requested: 1,
				used: info.pods.size,
				capacity: allowedPods,
				reason: 'Too many pods',
				unresolvable: false
			}
		];
	}
	const asked = requestsOf(pod);
	check('cpu', asked.milliCpu, info.milliCpu, allocatable.milliCpu);
	check('memory', asked.memory, info.memory, allocatable.memory);
	check(
		'ephemeral-storage',
		asked.ephemeralStorage,
		info.ephemeralStorage,
		allocatable.ephemeralStorage
	);
	for (const name in asked.others) {
		if (ignores?.(name) === true) continue;
		check(name, asked.others[name]!, info.others.get(name) ?? 0, allocatable.others[name] ?? 0);
	}
	return found ?? nothing;
}

const nothing: readonly Insufficiency[] = [];

function fit(pod: Pod, info: NodeInfo): Refusal | undefined {
	const found = insufficiencies(pod, info);
	if (found.length === 0) return undefined;
	return {
		reasons: found.map(({ reason }) => reason),
		unresolvable: found.some(({ unresolvable }) => unresolvable)
	};
}

export const nodeResourcesFit: Plugin = {
	name: 'NodeResourcesFit',
	filter: (pod) => ({ node: (info) => fit(pod, info) }),
	score: {
		weight: 1,
		of: (pod) => ({ node: (info) => leastAllocated(loadsOf(pod, info, cpuAndMemory, false)) })
	},
	wakes(pod, change) {
		switch (change.type) {
			case 'pod-gone':
				return true;
			case 'pod-updated':
			case 'own-update':
				return change.aspect === 'ScaleDown';
			case 'node-added':
				return fitsEmpty(pod, change.node);
			case 'node-updated':
				return fitsEmpty(pod, change.node) && offersMore(pod, change.node, change.before);
			default:
				return false;
		}
	}
};

function fitsEmpty(pod: Pod, node: Node): boolean {
	return fit(pod, new NodeInfo(node)) === undefined;
}

/** Models fit.go haveAnyRequestedResourcesIncreased. */
function offersMore(pod: Pod, node: Node, before: Node): boolean {
	const [now, then] = [new NodeInfo(node), new NodeInfo(before)];
	const asked = requestsOf(pod);
	const { allocatable: after } = now;
	const { allocatable: earlier } = then;
	return (
		now.allowedPods > then.allowedPods ||
		(asked.milliCpu > 0 && after.milliCpu > earlier.milliCpu) ||
		(asked.memory > 0 && after.memory > earlier.memory) ||
		(asked.ephemeralStorage > 0 && after.ephemeralStorage > earlier.ephemeralStorage) ||
		Object.keys(asked.others).some(
			(name) => (after.others[name] ?? 0) > (earlier.others[name] ?? 0)
		)
	);
}
