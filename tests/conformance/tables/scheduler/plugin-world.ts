import { ClusterView, objectsOf } from '#lib/cluster/scheduler/cluster-view.ts';
import type { Plugin, Refusal } from '#lib/cluster/scheduler/framework.ts';
import { NodeInfo } from '#lib/cluster/scheduler/node-info.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';

/** As tables write objects: with as little as the rule needs. */
export interface PartialPod {
	readonly metadata?: Pod['metadata'];
	readonly spec?: Partial<Pod['spec']>;
	readonly status?: Pod['status'];
}

export interface PartialNode {
	readonly metadata?: Node['metadata'];
	readonly spec?: Node['spec'];
	readonly status?: Node['status'];
}

let made = 0;

export function podOf(given: PartialPod): Pod {
	return withoutNulls({
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { namespace: '', uid: `uid-${++made}`, ...given.metadata },
		spec: { containers: [], ...given.spec },
		status: given.status ?? {}
	});
}

/** null is absent. */
function withoutNulls(pod: Pod): Pod {
	return JSON.parse(
		JSON.stringify(pod, (_, value: unknown) => (value === null ? undefined : value))
	) as Pod;
}

export function nodeInfoOf(given: PartialNode, pods: readonly PartialPod[] = []): NodeInfo {
	const info = new NodeInfo({
		apiVersion: 'v1',
		kind: 'Node',
		metadata: given.metadata ?? {},
		spec: given.spec ?? {},
		status: given.status ?? {}
	});
	for (const pod of pods) info.add(podOf(pod));
	return info;
}

/** Nodes with the Pods that name them. */
export function viewOf(
	nodes: readonly PartialNode[],
	pods: readonly PartialPod[] = [],
	namespaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {}
): ClusterView {
	const infos = nodes.map((node) =>
		nodeInfoOf(
			node,
			pods.filter(({ spec }) => spec?.nodeName === node.metadata?.name)
		)
	);
	return new ClusterView(
		infos,
		objectsOf({
			namespaces: Object.entries(namespaces).map(([name, labels]) => ({
				apiVersion: 'v1',
				kind: 'Namespace',
				metadata: { name, labels }
			}))
		})
	);
}

/** The status of one node as tables write it. */
export function statusOf(refusal: Refusal | undefined): object {
	if (refusal === undefined) return { fits: true };
	return { fits: false, code: codeOf(refusal), reasons: refusal.reasons };
}

export function codeOf(refusal: Refusal | undefined): string {
	if (refusal === undefined) return 'Success';
	return refusal.unresolvable ? 'UnschedulableAndUnresolvable' : 'Unschedulable';
}

/** Normalised scores by node; undefined when the plugin has nothing to score. */
export function scoresOf(
	{ score }: Plugin,
	pod: Pod,
	view: ClusterView,
	feasible = view.nodes
): Readonly<Record<string, number>> | undefined {
	const scoring = score?.of(pod, view, feasible);
	if (scoring === undefined) return undefined;
	const raw = feasible.map((info) => scoring.node(info));
	const scores = scoring.normalize?.(raw) ?? raw;
	return Object.fromEntries(feasible.map(({ name }, index) => [name, scores[index]!]));
}
