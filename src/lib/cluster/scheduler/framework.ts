import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterChange } from './cluster-change.ts';
import type { ClusterView } from './cluster-view.ts';
import type { NodeInfo } from './node-info.ts';

/** Why a node doesn't do. `unresolvable`: taking other Pods off it would not help. */
export interface Refusal {
	readonly reasons: readonly string[];
	readonly unresolvable: boolean;
}

/** What a filter asks of nodes for one Pod; worked out once, then asked node by node. */
export interface Filtering {
	/** The Pod fits nowhere, whatever the nodes are. */
	readonly refused?: Refusal;
	/** Only these nodes are worth a look. */
	readonly only?: ReadonlySet<string>;
	/** Undefined: the node will do. */
	readonly node?: (node: NodeInfo) => Refusal | undefined;
}

/** How nodes are scored for one Pod; worked out once, then asked node by node. */
export interface Scoring {
	readonly node: (node: NodeInfo) => number;
	/** Raw scores to 0…100; without it they are already. */
	readonly normalize?: (scores: readonly number[]) => readonly number[];
}

/** One concern of scheduling. A plugin is pure: what it answers depends on its arguments only. */
export interface Plugin {
	readonly name: string;
	/** Undefined: this Pod gives the plugin nothing to filter. Models PreFilter and Filter. */
	readonly filter?: (pod: Pod, cluster: ClusterView) => Filtering | undefined;
	readonly score?: {
		readonly weight: number;
		/** Undefined: this Pod gives the plugin nothing to score. Models PreScore, Score and NormalizeScore. */
		readonly of: (
			pod: Pod,
			cluster: ClusterView,
			feasible: readonly NodeInfo[]
		) => Scoring | undefined;
	};
	/** Whether a change could make a Pod fit that this plugin refused (queueing hint). */
	readonly wakes?: (pod: Pod, change: ClusterChange, cluster: ClusterView) => boolean;
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
