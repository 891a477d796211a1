import type { Pod } from '#lib/kubernetes/pod.ts';
import type { PodRequests } from '#lib/kubernetes/pod-requests.ts';
import { maxNodeScore } from './framework.ts';
import { containerRequestsOf, type NodeInfo, requestsOf } from './node-info.ts';

export interface WeightedResource {
	readonly name: string;
	readonly weight: number;
}

/** What would be asked of a node once the Pod were there, beside what it offers; of one resource. */
export interface Load {
	readonly requested: number;
	readonly capacity: number;
	readonly weight: number;
}

export const cpuAndMemory: readonly WeightedResource[] = [
	{ name: 'cpu', weight: 1 },
	{ name: 'memory', weight: 1 }
];

const plain = new Set(['cpu', 'memory', 'ephemeral-storage']);

/**
 * The loads that count: a resource that the node doesn't have, or that only some Pods ask for and this one doesn't, is left
 * out. Models noderesources/resource_allocation.go resourceAllocationScorer.score.
 *
 * @param exactly false: a container that asks for no CPU or memory counts a little
 */
export function loadsOf(
	pod: Pod,
	info: NodeInfo,
	resources: readonly WeightedResource[],
	exactly: boolean
): Load[] {
	const asked = exactly ? requestsOf(pod) : containerRequestsOf(pod);
	const loads: Load[] = [];
	for (const { name, weight } of resources) {
		const own = askedOf(asked, name);
		const capacity = offeredBy(info, name);
		if (capacity === 0 || (own === 0 && !plain.has(name))) continue;
		loads.push({ requested: usedOf(info, name, exactly) + own, capacity, weight });
	}
	return loads;
}

export function askedOf(asked: PodRequests, name: string): number {
	if (name === 'cpu') return asked.milliCpu;
	if (name === 'memory') return asked.memory;
	if (name === 'ephemeral-storage') return asked.ephemeralStorage;
	return asked.others[name] ?? 0;
}

function offeredBy({ allocatable }: NodeInfo, name: string): number {
	if (name === 'cpu') return allocatable.milliCpu;
	if (name === 'memory') return allocatable.memory;
	if (name === 'ephemeral-storage') return allocatable.ephemeralStorage;
	return allocatable.others[name] ?? 0;
}

function usedOf(info: NodeInfo, name: string, exactly: boolean): number {
	if (name === 'cpu') return exactly ? info.milliCpu : info.nonZeroMilliCpu;
	if (name === 'memory') return exactly ? info.memory : info.nonZeroMemory;
	if (name === 'ephemeral-storage') return info.ephemeralStorage;
	return info.others.get(name) ?? 0;
}

/** The weighted mean in whole numbers; 0 when nothing counts. */
function mean(loads: readonly Load[], scoreOf: (load: Load) => number): number {
	let sum = 0;
	let weights = 0;
	for (const load of loads) {
		sum += scoreOf(load) * load.weight;
		weights += load.weight;
	}
	return weights === 0 ? 0 : Math.trunc(sum / weights);
}

/** The more is free, the better. Models least_allocated.go. */
export function leastAllocated(loads: readonly Load[]): number {
	return mean(loads, ({ requested, capacity }) =>
		requested > capacity ? 0 : Math.trunc(((capacity - requested) * maxNodeScore) / capacity)
	);
}

/** The less is free, the better. Models most_allocated.go. */
export function mostAllocated(loads: readonly Load[]): number {
	return mean(loads, ({ requested, capacity }) =>
		Math.trunc((Math.min(requested, capacity) * maxNodeScore) / capacity)
	);
}

/** A point of the line that says how good a utilization is: per cent, and 0 to 10. */
export interface ShapePoint {
	readonly utilization: number;
	readonly score: number;
}

/** As good as the shape says. Models requested_to_capacity_ratio.go; what scores 0 doesn't count. */
export function requestedToCapacityRatio(
	loads: readonly Load[],
	shape: readonly ShapePoint[]
): number {
	const points = shape.map(({ utilization, score }) => [utilization, score * 10] as const);
	let sum = 0;
	let weights = 0;
	for (const { requested, capacity, weight } of loads) {
		const used = requested > capacity ? 100 : Math.trunc((requested * 100) / capacity);
		const score = onLine(points, used);
		if (score <= 0) continue;
		sum += score * weight;
		weights += weight;
	}
	return weights === 0 ? 0 : Math.round(sum / weights);
}

/** Models helper/shape_score.go BuildBrokenLinearFunction. */
function onLine(points: readonly (readonly [x: number, y: number])[], x: number): number {
	const at = points.findIndex(([end]) => x <= end);
	if (at === -1) return points.at(-1)?.[1] ?? 0;
	const [end, high] = points[at]!;
	const before = points[at - 1];
	if (before === undefined) return high;
	const [begin, low] = before;
	return low + Math.trunc(((high - low) * (x - begin)) / (end - begin));
}

/** The nearer the shares are to each other, the better. Models balanced_allocation.go balancedResourceScorer. */
export function balanced(loads: readonly Load[]): number {
	const shares = loads.map(({ requested, capacity }) => Math.min(1, requested / capacity));
	return Math.trunc((1 - deviationOf(shares)) * maxNodeScore);
}

function deviationOf(shares: readonly number[]): number {
	if (shares.length === 2) return Math.abs((shares[0]! - shares[1]!) / 2);
	if (shares.length < 2) return 0;
	const average = shares.reduce((sum, share) => sum + share, 0) / shares.length;
	const squares = shares.reduce((sum, share) => sum + (share - average) ** 2, 0);
	return Math.sqrt(squares / shares.length);
}
