import type { Pod } from '#lib/kubernetes/pod.ts';
import type { NodeVerdict } from '#lib/trace/event.ts';
import type { ClusterView } from './cluster-view.ts';
import type { Plugin, Refusal } from './framework.ts';
import type { NodeInfo } from './node-info.ts';

/** What the filters said of one node. */
export interface Filtered {
	readonly info: NodeInfo;
	readonly refusedBy?: string;
	readonly reasons?: readonly string[];
	readonly unresolvable?: boolean;
	/** No filter looked at it: plugins named other nodes as the only ones worth a look. */
	readonly left?: true;
}

/** What the filters said of a Pod. */
export interface Diagnosis {
	/** One entry a node, in the order of the nodes. */
	readonly filtered: readonly Filtered[];
	/** The filters that were asked, in order. */
	readonly filters: readonly string[];
	/** The plugin that refused the Pod as a whole, before any node was looked at. */
	readonly refused?: Refusal & { readonly plugin: string };
	/** The nodes that were worth a look, and the plugins that said so. */
	readonly only?: { readonly plugins: readonly string[]; readonly nodes: ReadonlySet<string> };
}

type NodeFilter = readonly [plugin: string, node: (info: NodeInfo) => Refusal | undefined];

/** The filters of one Pod, ready to be asked about nodes. Models runtime/framework.go RunPreFilterPlugins. */
export interface PreparedFilters extends Omit<Diagnosis, 'filtered' | 'filters'> {
	readonly filters: readonly NodeFilter[];
}

export function prepareFilters(
	pod: Pod,
	cluster: ClusterView,
	plugins: readonly Plugin[]
): PreparedFilters {
	const filters: NodeFilter[] = [];
	const narrowing: string[] = [];
	let nodes: ReadonlySet<string> | undefined;
	for (const plugin of plugins) {
		const filtering = plugin.filter?.(pod, cluster);
		if (filtering === undefined) continue;
		if (filtering.refused !== undefined) {
			return { filters: [], refused: { plugin: plugin.name, ...filtering.refused } };
		}
		const { only, node } = filtering;
		if (only !== undefined) {
			narrowing.push(plugin.name);
			const known: ReadonlySet<string> | undefined = nodes;
			nodes = known === undefined ? only : new Set([...only].filter((name) => known.has(name)));
		}
		if (node !== undefined) filters.push([plugin.name, node]);
	}
	return {
		filters,
		...(nodes === undefined ? undefined : { only: { plugins: narrowing, nodes } })
	};
}

/** The first refusal of a node; undefined when it will do. */
export function firstRefusal(
	info: NodeInfo,
	filters: readonly NodeFilter[]
): (Refusal & { readonly refusedBy: string }) | undefined {
	for (const [refusedBy, node] of filters) {
		const refusal = node(info);
		if (refusal !== undefined) return { refusedBy, ...refusal };
	}
	return undefined;
}

/** Runs the filters on every node; the first that refuses is the one that counts. */
export function filterNodes(
	pod: Pod,
	cluster: ClusterView,
	plugins: readonly Plugin[],
	refusalOf: (
		info: NodeInfo,
		filters: readonly NodeFilter[]
	) => ReturnType<typeof firstRefusal> = firstRefusal
): Diagnosis {
	const { filters, refused, only } = prepareFilters(pod, cluster, plugins);
	if (refused !== undefined) {
		const { plugin, ...rest } = refused;
		return {
			refused,
			filters: [plugin],
			filtered: cluster.nodes.map((info) => ({ info, refusedBy: plugin, left: true, ...rest }))
		};
	}
	const filtered = cluster.nodes.map((info): Filtered => {
		if (only?.nodes.has(info.name) === false) return { info, left: true, ...leftOut(only.plugins) };
		const refusal = refusalOf(info, filters);
		return refusal === undefined ? { info } : { info, ...refusal };
	});
	const asked = filters.map(([name]) => name);
	return { filtered, filters: asked, ...(only === undefined ? undefined : { only }) };
}

function leftOut(plugins: readonly string[]): Omit<Filtered, 'info' | 'left'> {
	return {
		refusedBy: plugins[0]!,
		reasons: [`node(s) didn't satisfy plugin(s) [${plugins.join(' ')}]`],
		unresolvable: true
	};
}

/** Whether any filter refused; what it was for whoever wants to wait for a change. */
export function refusersOf({ filtered, refused }: Diagnosis): ReadonlySet<string> {
	if (refused !== undefined) return new Set([refused.plugin]);
	return new Set(filtered.flatMap(({ refusedBy }) => refusedBy ?? []));
}

export interface Scored {
	readonly info: NodeInfo;
	readonly scores: Record<string, number>;
	/** Before normalising, where that made another number of it. */
	raw?: Record<string, number>;
	total: number;
}

/**
 * Scores the nodes that passed: each plugin's scores are normalised over them and weighted, then summed. A plugin that the
 * Pod gives nothing to score is not listed.
 */
export function scoreNodes(
	pod: Pod,
	feasible: readonly NodeInfo[],
	cluster: ClusterView,
	plugins: readonly Plugin[]
): Scored[] {
	const results: Scored[] = feasible.map((info) => ({ info, scores: {}, total: 0 }));
	for (const { name, score } of plugins) {
		const scoring = score?.of(pod, cluster, feasible);
		if (score === undefined || scoring === undefined) continue;
		const raw = feasible.map((info) => scoring.node(info));
		const normalized = scoring.normalize?.(raw) ?? raw;
		results.forEach((result, index) => {
			const weighted = normalized[index]! * score.weight;
			result.scores[name] = weighted;
			if (raw[index] !== normalized[index]) (result.raw ??= {})[name] = raw[index]!;
			result.total += weighted;
		});
	}
	return results;
}

/** The table that a decision leaves in the trace. */
export function verdicts(filtered: readonly Filtered[], scored: readonly Scored[]): NodeVerdict[] {
	const byNode = new Map(scored.map((entry) => [entry.info, entry]));
	return filtered.map(({ info, refusedBy, reasons }) => {
		const entry = byNode.get(info);
		return {
			node: info.name,
			...(refusedBy === undefined ? undefined : { refusedBy, reasons }),
			...(entry === undefined ? undefined : { scores: entry.scores, total: entry.total }),
			...(entry?.raw === undefined ? undefined : { raw: entry.raw })
		};
	});
}
