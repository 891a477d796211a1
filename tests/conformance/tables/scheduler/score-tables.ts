import { balancedAllocationOf } from '#lib/cluster/scheduler/plugins/balanced-allocation.ts';
import { defaultPlugins } from '#lib/cluster/scheduler/plugins/default-plugins.ts';
import { nodeAffinityOf } from '#lib/cluster/scheduler/plugins/node-affinity.ts';
import { podTopologySpread } from '#lib/cluster/scheduler/plugins/pod-topology-spread.ts';
import { taintToleration } from '#lib/cluster/scheduler/plugins/taint-toleration.ts';
import {
	leastAllocated,
	type Load,
	loadsOf,
	mostAllocated,
	requestedToCapacityRatio,
	type ShapePoint,
	type WeightedResource
} from '#lib/cluster/scheduler/resource-scoring.ts';
import { compared } from '../../outcome.ts';
import { computed, type TableRunners } from '../../table.ts';
import { type PartialNode, type PartialPod, podOf, scoresOf, viewOf } from './plugin-world.ts';

interface AllocationInput {
	readonly pod: PartialPod;
	readonly nodes: readonly { name: string; allocatable: Readonly<Record<string, string>> }[];
	readonly existingPods: readonly PartialPod[];
	readonly resources: readonly WeightedResource[];
	readonly shape?: readonly ShapePoint[];
}

function allocationView({ nodes, existingPods }: AllocationInput) {
	return viewOf(
		nodes.map(({ name, allocatable }) => ({ metadata: { name }, status: { allocatable } })),
		existingPods
	);
}

function allocation(score: (loads: readonly Load[], input: AllocationInput) => number) {
	return computed((input: AllocationInput) => {
		if (input.resources.length === 0) return { error: 'resources not found' };
		const { nodes } = allocationView(input);
		const pod = podOf(input.pod);
		return {
			scores: Object.fromEntries(
				nodes.map((info) => [info.name, score(loadsOf(pod, info, input.resources, false), input)])
			)
		};
	}, compared);
}

function balancedFacts(input: AllocationInput): object {
	const view = allocationView(input);
	const plugin = balancedAllocationOf(input.resources);
	const scores = scoresOf(plugin, podOf(input.pod), view);
	if (scores !== undefined) return { scores };
	const none = Object.fromEntries(view.nodes.map(({ name }) => [name, 0]));
	return { preScore: 'Skip', scores: none };
}

interface NodesInput {
	readonly pod: PartialPod;
	readonly nodes: readonly PartialNode[];
	readonly addedAffinity?: Parameters<typeof nodeAffinityOf>[0];
}

interface SpreadInput {
	readonly pod: PartialPod;
	readonly candidateNodes: readonly PartialNode[];
	readonly otherNodes: readonly PartialNode[];
	readonly existingPods: readonly PartialPod[];
}

function spreadScores({ pod, candidateNodes, otherNodes, existingPods }: SpreadInput): object {
	const view = viewOf([...candidateNodes, ...otherNodes], existingPods);
	const feasible = view.nodes.slice(0, candidateNodes.length);
	return { scores: scoresOf(podTopologySpread, podOf(pod), view, feasible) };
}

/** Nothing to score is 0 everywhere. */
function orZero(
	scores: Readonly<Record<string, number>> | undefined,
	nodes: readonly PartialNode[]
): object {
	return { scores: scores ?? Object.fromEntries(nodes.map((node) => [node.metadata!.name!, 0])) };
}

export const scoreTables: TableRunners = {
	'scheduler-default-plugins': computed(({ position }: { position: number }) => {
		const { name, score } = defaultPlugins[position]!;
		return { plugin: name, weight: score?.weight ?? null };
	}, compared),
	'scheduler-score-least-allocated': allocation(leastAllocated),
	'scheduler-score-most-allocated': allocation(mostAllocated),
	'scheduler-score-requested-to-capacity-ratio': allocation((loads, { shape = [] }) =>
		requestedToCapacityRatio(loads, shape)
	),
	'scheduler-score-balanced-allocation': computed(balancedFacts, compared),
	'scheduler-score-node-affinity': computed(
		({ pod, nodes, addedAffinity }: NodesInput) =>
			orZero(scoresOf(nodeAffinityOf(addedAffinity), podOf(pod), viewOf(nodes)), nodes),
		compared
	),
	'scheduler-score-taint-toleration': computed(
		({ pod, nodes }: NodesInput) =>
			orZero(scoresOf(taintToleration, podOf(pod), viewOf(nodes)), nodes),
		compared
	),
	'scheduler-score-topology-spread': computed(spreadScores, compared)
};
