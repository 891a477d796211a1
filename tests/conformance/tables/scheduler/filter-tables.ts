import type { Plugin } from '#lib/cluster/scheduler/framework.ts';
import { interPodAffinity } from '#lib/cluster/scheduler/plugins/inter-pod-affinity.ts';
import { nodeAffinityOf } from '#lib/cluster/scheduler/plugins/node-affinity.ts';
import { nodeName } from '#lib/cluster/scheduler/plugins/node-name.ts';
import { nodePorts } from '#lib/cluster/scheduler/plugins/node-ports.ts';
import { insufficiencies } from '#lib/cluster/scheduler/plugins/node-resources-fit.ts';
import { nodeUnschedulable } from '#lib/cluster/scheduler/plugins/node-unschedulable.ts';
import { podTopologySpread } from '#lib/cluster/scheduler/plugins/pod-topology-spread.ts';
import { taintToleration } from '#lib/cluster/scheduler/plugins/taint-toleration.ts';
import { compared } from '../../outcome.ts';
import { computed, type TableRunners } from '../../table.ts';
import {
	codeOf,
	nodeInfoOf,
	type PartialNode,
	type PartialPod,
	podOf,
	statusOf,
	viewOf
} from './plugin-world.ts';

interface OneNode {
	readonly pod: PartialPod;
	readonly node?: PartialNode;
	readonly podsOnNode?: readonly PartialPod[];
}

function onOneNode({ filter }: Plugin, { pod, node = {}, podsOnNode = [] }: OneNode): object {
	const info = nodeInfoOf(node, podsOnNode);
	const filtering = filter!(podOf(pod), viewOf([node], podsOnNode));
	return filtering === undefined ? { skipped: true } : statusOf(filtering.node?.(info));
}

/** The plugin has nothing to do, which tables only sometimes say. */
function orSkipped(got: object): object {
	return 'skipped' in got ? { fits: true } : got;
}

interface NodeAffinityInput extends OneNode {
	readonly addedAffinity?: Parameters<typeof nodeAffinityOf>[0];
}

function nodeAffinityFacts({ pod, node = {}, addedAffinity }: NodeAffinityInput): object {
	const plugin = nodeAffinityOf(addedAffinity);
	const filtering = plugin.filter!(podOf(pod), viewOf([node]));
	if (filtering === undefined) return { fits: true, preFilter: { code: 'Skip' } };
	const { only, refused } = filtering;
	if (refused !== undefined) {
		return {
			...statusOf(refused),
			preFilter: { code: codeOf(refused), reasons: refused.reasons }
		};
	}
	return {
		...statusOf(filtering.node!(nodeInfoOf(node))),
		...(only && { preFilterNodeNames: [...only].sort() })
	};
}

interface FitInput {
	readonly nodeAllocatable: Readonly<Record<string, string>>;
	readonly podsOnNode: readonly PartialPod[];
	readonly pod: PartialPod;
	readonly args?: {
		readonly ignoredResources?: readonly string[];
		readonly ignoredResourceGroups?: readonly string[];
	};
}

function fitFacts({ nodeAllocatable, podsOnNode, pod, args = {} }: FitInput) {
	const { ignoredResources = [], ignoredResourceGroups = [] } = args;
	const found = insufficiencies(
		podOf(pod),
		nodeInfoOf({ status: { allocatable: nodeAllocatable } }, podsOnNode),
		(name) => ignoredResources.includes(name) || ignoredResourceGroups.includes(name.split('/')[0]!)
	);
	const reasons = found.map(({ reason }) => reason);
	return {
		fits: found.length === 0,
		reasons,
		insufficient: found.map(({ reason: _, ...rest }) => rest)
	};
}

function fitStatus(input: FitInput) {
	const { insufficient: _, ...rest } = fitFacts(input);
	return rest;
}

interface AffinityInput {
	readonly pod: PartialPod;
	readonly node?: PartialNode;
	readonly nodes?: readonly PartialNode[];
	readonly podsInCluster: readonly PartialPod[];
	readonly namespaces?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function perNode({
	pod,
	node,
	nodes = [node!],
	podsInCluster,
	namespaces
}: AffinityInput): object[] {
	const view = viewOf(nodes, podsInCluster, namespaces);
	const filtering = interPodAffinity.filter!(podOf(pod), view);
	return view.nodes.map((info) => statusOf(filtering?.node?.(info)));
}

interface SpreadInput {
	readonly pod: PartialPod;
	readonly nodes: readonly PartialNode[];
	readonly existingPods: readonly PartialPod[];
}

function spreadStatuses({ pod, nodes, existingPods }: SpreadInput): object {
	const view = viewOf(nodes, existingPods);
	const filtering = podTopologySpread.filter!(podOf(pod), view);
	return {
		status: Object.fromEntries(
			view.nodes.map((info) => [info.name, codeOf(filtering?.node?.(info))])
		)
	};
}

const spread = computed(spreadStatuses, compared);
const byPlugin = (plugin: Plugin) =>
	computed((input: OneNode) => orSkipped(onOneNode(plugin, input)), compared);

export const filterTables: TableRunners = {
	'scheduler-filter-node-unschedulable': byPlugin(nodeUnschedulable),
	'scheduler-filter-taint-toleration': byPlugin(taintToleration),
	'scheduler-filter-node-ports': computed((input: OneNode) => {
		const got = onOneNode(nodePorts, input);
		return 'skipped' in got ? { fits: true, preFilter: 'Skip' } : got;
	}, compared),
	'scheduler-filter-node-name': computed(
		({ podNodeName, nodeName: name }: { podNodeName: string; nodeName: string }) =>
			orSkipped(
				onOneNode(nodeName, {
					pod: { spec: { nodeName: podNodeName } },
					node: { metadata: { name } }
				})
			),
		compared
	),
	'scheduler-filter-node-affinity': ({ input, expected }) => {
		const got = nodeAffinityFacts(input as NodeAffinityInput) as Record<string, unknown>;
		// What a case doesn't say of the first look it leaves open.
		const open = ['preFilter', 'preFilterNodeNames'].filter(
			(field) => !(field in (expected as object))
		);
		for (const field of open) delete got[field];
		return compared(expected, got);
	},
	'scheduler-filter-pod-affinity-single-node': computed(
		(input: AffinityInput) => perNode(input)[0],
		compared
	),
	'scheduler-filter-pod-affinity-multi-node': computed(
		(input: AffinityInput) => ({ perNode: perNode(input) }),
		compared
	),
	'scheduler-filter-topology-spread-single': spread,
	'scheduler-filter-topology-spread-multiple': spread,
	'scheduler-fit-enough': computed(fitFacts, compared),
	'scheduler-fit-pod-count': computed(fitStatus, compared),
	'scheduler-fit-storage': computed(fitStatus, compared)
};
