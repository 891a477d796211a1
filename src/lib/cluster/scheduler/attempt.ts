import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterView } from './cluster-view.ts';
import {
	type Diagnosis,
	filterNodes,
	firstRefusal,
	prepareFilters,
	type PreparedFilters
} from './evaluate.ts';
import type { Plugin, Refusal } from './framework.ts';
import type { Nominations } from './nominations.ts';
import type { NodeInfo } from './node-info.ts';

/** One look at the cluster for one Pod: which nodes will do, and which would if they had other Pods. */
export class Attempt {
	constructor(
		readonly pod: Pod,
		readonly cluster: ClusterView,
		private readonly plugins: readonly Plugin[],
		private readonly nominations: Nominations
	) {}

	diagnose(): Diagnosis {
		return filterNodes(this.pod, this.cluster, this.plugins, (info, filters) =>
			this.refusalOf(info, filters)
		);
	}

	/** What would be said of a node if it had the Pods of `info`; undefined: it would do. */
	refusalIf(info: NodeInfo): Refusal | undefined {
		return this.refusalOf(info, this.filtersIf(info).filters);
	}

	/**
	 * A node must do with the Pods that are to have its place, and without, for they may never come.
	 * Models runtime/framework.go RunFilterPluginsWithNominatedPods.
	 */
	private refusalOf(
		info: NodeInfo,
		filters: PreparedFilters['filters']
	): ReturnType<typeof firstRefusal> {
		const kept = this.nominations.keptFrom(this.pod, info.name);
		if (kept.length > 0) {
			const full = info.clone();
			for (const pod of kept) full.add(pod);
			const refusal = firstRefusal(full, this.filtersIf(full).filters);
			if (refusal !== undefined) return refusal;
		}
		return firstRefusal(info, filters);
	}

	private filtersIf(info: NodeInfo): PreparedFilters {
		return prepareFilters(this.pod, this.cluster.replacing(info), this.plugins);
	}
}
