import type { Pod } from '#lib/kubernetes/pod.ts';
import type { NodeVerdict } from '#lib/trace/event.ts';
import type { Plugin } from './framework.ts';
import type { NodeInfo } from './node-info.ts';

/** What the filters said of one node. */
export interface Filtered {
	readonly info: NodeInfo;
	readonly refusedBy?: string;
	readonly reasons?: readonly string[];
	readonly unresolvable?: boolean;
}

/** Runs the filters on every node; the first that refuses is the one that counts. */
export function filterNodes(
	pod: Pod,
	nodes: readonly NodeInfo[],
	plugins: readonly Plugin[]
): Filtered[] {
	return nodes.map((info) => {
		for (const plugin of plugins) {
			const refusal = plugin.filter?.(pod, info);
			if (refusal !== undefined) return { info, refusedBy: plugin.name, ...refusal };
		}
		return { info };
	});
}

/** Scores the nodes that passed: each plugin's scores are normalised over them and weighted, then summed. */
export function scoreNodes(
	pod: Pod,
	feasible: readonly NodeInfo[],
	all: readonly NodeInfo[],
	plugins: readonly Plugin[]
): { info: NodeInfo; scores: Record<string, number>; total: number }[] {
	const results = feasible.map((info) => ({
		info,
		scores: {} as Record<string, number>,
		total: 0
	}));
	for (const { name, score } of plugins) {
		if (score === undefined) continue;
		const skipped = score.skips?.(pod) === true;
		const raw = skipped ? [] : feasible.map((info) => score.node(pod, info, all));
		const normalized = score.normalize?.(raw) ?? raw;
		results.forEach((result, index) => {
			const weighted = skipped ? 0 : normalized[index]! * score.weight;
			result.scores[name] = weighted;
			result.total += weighted;
		});
	}
	return results;
}

/** The table that a decision leaves in the trace. */
export function verdicts(
	filtered: readonly Filtered[],
	scored: ReturnType<typeof scoreNodes>
): NodeVerdict[] {
	const byNode = new Map(scored.map((entry) => [entry.info, entry]));
	return filtered.map(({ info, refusedBy, reasons }) => {
		const entry = byNode.get(info);
		return {
			node: info.name,
			...(refusedBy === undefined ? undefined : { refusedBy, reasons }),
			...(entry === undefined ? undefined : { scores: entry.scores, total: entry.total })
		};
	});
}
