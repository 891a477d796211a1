import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { NodeInfo } from './node-info.ts';

/** Why a node doesn't do. `unresolvable`: taking other Pods off it would not help. */
export interface Refusal {
	readonly reasons: readonly string[];
	readonly unresolvable: boolean;
}

/** A change of the cluster that may help a Pod which fits nowhere. */
export type ClusterChange =
	| { readonly type: 'node-added'; readonly node: Node }
	| { readonly type: 'node-updated'; readonly node: Node; readonly before: Node }
	| { readonly type: 'pod-gone'; readonly pod: Pod };

/** One concern of scheduling. A plugin is pure: what it answers depends on its arguments only. */
export interface Plugin {
	readonly name: string;
	/** Undefined: the node will do. */
	readonly filter?: (pod: Pod, node: NodeInfo) => Refusal | undefined;
	readonly score?: {
		readonly weight: number;
		/** True: this Pod gives the plugin nothing to score. */
		readonly skips?: (pod: Pod) => boolean;
		readonly node: (pod: Pod, node: NodeInfo, nodes: readonly NodeInfo[]) => number;
		/** Raw scores to 0…100; without it they are already. */
		readonly normalize?: (scores: readonly number[]) => readonly number[];
	};
	/** Whether a change could make a Pod fit that this plugin refused (queueing hint). */
	readonly wakes?: (pod: Pod, change: ClusterChange) => boolean;
}

export const maxNodeScore = 100;

/** Scales to 0…100 by the highest; reversed where less is better. Models framework/plugins/helper/normalize_score.go. */
export function normalizeByMax(scores: readonly number[], reverse: boolean): number[] {
	const max = Math.max(0, ...scores);
	if (max === 0) return scores.map(() => (reverse ? maxNodeScore : 0));
	return scores.map((score) => {
		const scaled = Math.trunc((maxNodeScore * score) / max);
		return reverse ? maxNodeScore - scaled : scaled;
	});
}
