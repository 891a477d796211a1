import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterChange } from '../cluster-change.ts';
import type { ClusterView } from '../cluster-view.ts';
import {
	maxNodeScore,
	type Filtering,
	type Plugin,
	type Refusal,
	type Scoring
} from '../framework.ts';
import type { NodeInfo } from '../node-info.ts';
import {
	type AffinityTerm,
	matchesAll,
	matchesAny,
	termMatches,
	termsOf,
	type WeightedTerm
} from '../pod-affinity-terms.ts';

/** What a required term of a Pod that is there already adds to the score of its neighbourhood. */
const hardPodAffinityWeight = 1;

/** A sum per domain: per key, per value that nodes have for it. */
class DomainSums {
	private readonly sums = new Map<string, Map<string, number>>();

	get isEmpty(): boolean {
		return this.sums.size === 0;
	}

	add(key: string, { node }: NodeInfo, amount: number): void {
		const value = node.metadata.labels?.[key];
		if (value === undefined) return;
		let ofKey = this.sums.get(key);
		if (ofKey === undefined) this.sums.set(key, (ofKey = new Map<string, number>()));
		ofKey.set(value, (ofKey.get(value) ?? 0) + amount);
	}

	at(key: string, { node }: NodeInfo): number {
		const value = node.metadata.labels?.[key];
		return value === undefined ? 0 : (this.sums.get(key)?.get(value) ?? 0);
	}

	/** Over all keys. */
	total(info: NodeInfo): number {
		let sum = 0;
		for (const key of this.sums.keys()) sum += this.at(key, info);
		return sum;
	}
}

function refusal(rules: string, unresolvable: boolean): Refusal {
	return { reasons: [`node(s) didn't ${rules}`], unresolvable };
}

/** Models interpodaffinity/filtering.go. */
function filter(pod: Pod, cluster: ClusterView): Filtering | undefined {
	const { affinity, antiAffinity } = termsOf(pod);
	const refused = new DomainSums();
	for (const info of cluster.withAntiAffinity) {
		for (const other of info.podsWithAntiAffinity) {
			for (const term of termsOf(other).antiAffinity) {
				if (termMatches(term, pod, cluster)) refused.add(term.topologyKey, info, 1);
			}
		}
	}
	if (refused.isEmpty && affinity.length + antiAffinity.length === 0) return undefined;
	const wanted = new DomainSums();
	const avoided = new DomainSums();
	if (affinity.length + antiAffinity.length > 0) {
		for (const info of cluster.nodes) {
			for (const other of info.pods.values()) {
				if (matchesAll(affinity, other, cluster)) {
					for (const { topologyKey } of affinity) wanted.add(topologyKey, info, 1);
				}
				for (const term of antiAffinity) {
					if (termMatches(term, other, cluster)) avoided.add(term.topologyKey, info, 1);
				}
			}
		}
	}
	// The first of a kind that wants to be near its kind: nobody is there yet.
	const isFirst = wanted.isEmpty && matchesAll(affinity, pod, cluster);
	const nearWanted = (info: NodeInfo): boolean =>
		affinity.every(({ topologyKey }) => info.node.metadata.labels?.[topologyKey] !== undefined) &&
		(isFirst || affinity.every(({ topologyKey }) => wanted.at(topologyKey, info) > 0));
	return {
		node(info) {
			if (!nearWanted(info)) return refusal('match pod affinity rules', true);
			if (antiAffinity.some(({ topologyKey }) => avoided.at(topologyKey, info) > 0)) {
				return refusal('match pod anti-affinity rules', false);
			}
			if (refused.total(info) > 0) {
				return refusal('satisfy existing pods anti-affinity rules', false);
			}
			return undefined;
		}
	};
}

/** Models interpodaffinity/scoring.go: what the Pod prefers, and what the Pods that are there prefer of it. */
function score(pod: Pod, cluster: ClusterView): Scoring | undefined {
	const { preferred, preferredAnti } = termsOf(pod);
	const prefers = preferred.length + preferredAnti.length > 0;
	const sums = new DomainSums();
	const addAll = (
		terms: readonly (WeightedTerm | AffinityTerm)[],
		about: Pod,
		info: NodeInfo,
		sign: 1 | -1
	): void => {
		for (const term of terms) {
			if (!termMatches(term, about, cluster)) continue;
			const weight = 'weight' in term ? term.weight : hardPodAffinityWeight;
			sums.add(term.topologyKey, info, sign * weight);
		}
	};
	for (const info of prefers ? cluster.nodes : cluster.withAffinity) {
		for (const other of prefers ? info.pods.values() : info.podsWithAffinity) {
			addAll(preferred, other, info, 1);
			addAll(preferredAnti, other, info, -1);
			const theirs = termsOf(other);
			addAll(theirs.affinity, pod, info, 1);
			addAll(theirs.preferred, pod, info, 1);
			addAll(theirs.preferredAnti, pod, info, -1);
		}
	}
	if (sums.isEmpty) return undefined;
	return { node: (info) => sums.total(info), normalize };
}

function normalize(scores: readonly number[]): number[] {
	const least = Math.min(...scores);
	const span = Math.max(...scores) - least;
	return scores.map((score) =>
		span === 0 ? 0 : Math.trunc(maxNodeScore * ((score - least) / span))
	);
}

/** Models interpodaffinity/plugin.go isSchedulableAfterPodChange and isSchedulableAfterNodeChange. */
function wakes(pod: Pod, change: ClusterChange, cluster: ClusterView): boolean {
	const { affinity, antiAffinity } = termsOf(pod);
	switch (change.type) {
		case 'pod-added':
			return matchesAll(affinity, change.pod, cluster);
		case 'pod-gone':
			return (
				Boolean(change.pod.spec.nodeName) &&
				(matchesAny(antiAffinity, change.pod, cluster) ||
					matchesAny(termsOf(change.pod).antiAffinity, pod, cluster))
			);
		case 'pod-updated': {
			const { pod: after, before } = change;
			return (
				(!matchesAll(affinity, before, cluster) && matchesAll(affinity, after, cluster)) ||
				(matchesAny(antiAffinity, before, cluster) && !matchesAny(antiAffinity, after, cluster))
			);
		}
		case 'node-added':
			return (
				affinity.length === 0 ||
				affinity.some(({ topologyKey }) => change.node.metadata.labels?.[topologyKey] !== undefined)
			);
		case 'node-updated': {
			if (change.aspect !== 'Label') return false;
			const value = (key: string): readonly [before?: string, after?: string] => [
				change.before.metadata.labels?.[key],
				change.node.metadata.labels?.[key]
			];
			return [...affinity, ...antiAffinity].some(({ topologyKey }) => {
				const [before, after] = value(topologyKey);
				return before !== after;
			});
		}
		default:
			return false;
	}
}

/** Pods that want to be near certain Pods, or far from them. */
export const interPodAffinity: Plugin = {
	name: 'InterPodAffinity',
	filter,
	score: { weight: 2, of: score },
	wakes
};
