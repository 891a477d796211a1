import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { NodeInfo } from './node-info.ts';

/** What plugins look up beside nodes and Pods, by the plural of the resource. */
export interface SeenObjects {
	get(plural: string, name: string, namespace?: string): KubeObject | undefined;
	list(plural: string, namespace?: string): readonly KubeObject[];
}

/** The cluster at the moment of one decision. Models pkg/scheduler/backend/cache/snapshot.go. */
export class ClusterView {
	private affinity: readonly NodeInfo[] | undefined;
	private antiAffinity: readonly NodeInfo[] | undefined;

	constructor(
		readonly nodes: readonly NodeInfo[],
		readonly objects: SeenObjects
	) {}

	/** Nodes with Pods that care which Pods are near them. */
	get withAffinity(): readonly NodeInfo[] {
		return (this.affinity ??= this.nodes.filter(({ podsWithAffinity }) => podsWithAffinity.size));
	}

	/** Nodes with Pods that may not have certain Pods near them. */
	get withAntiAffinity(): readonly NodeInfo[] {
		return (this.antiAffinity ??= this.nodes.filter(
			({ podsWithAntiAffinity }) => podsWithAntiAffinity.size
		));
	}

	/** The same cluster, had one node other Pods. */
	replacing(node: NodeInfo): ClusterView {
		return new ClusterView(
			this.nodes.map((known) => (known.name === node.name ? node : known)),
			this.objects
		);
	}
}

/** Nothing but what is given, by plural. */
export function objectsOf(
	given: Readonly<Record<string, readonly KubeObject[]>> = {}
): SeenObjects {
	const list = (plural: string, namespace?: string): readonly KubeObject[] =>
		(given[plural] ?? []).filter(
			({ metadata }) => namespace === undefined || metadata.namespace === namespace
		);
	return {
		list,
		get: (plural, name, namespace) =>
			list(plural, namespace).find(({ metadata }) => metadata.name === name)
	};
}
