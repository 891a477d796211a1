import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterChange } from '../cluster-change.ts';
import type { ClusterView } from '../cluster-view.ts';
import { maxNodeScore, type Filtering, type Plugin, type Scoring } from '../framework.ts';
import type { NodeInfo } from '../node-info.ts';
import {
	constraintsOf,
	hasAllKeys,
	hostname,
	isAbout,
	type SpreadConstraint,
	statesConstraints,
	takesPart
} from '../spread-constraints.ts';

const mismatch = "node(s) didn't match pod topology spread constraints";

/** Pods of the constraint in each domain: the values of its key that nodes taking part have. */
type Domains = Map<string, number>;

/** Models filtering.go calPreFilterState. */
function domainsOf(
	pod: Pod,
	constraint: SpreadConstraint,
	constraints: readonly SpreadConstraint[],
	cluster: ClusterView
): Domains {
	const domains: Domains = new Map();
	for (const info of cluster.nodes) {
		if (!hasAllKeys(info.node, constraints) || !takesPart(constraint, pod, info.node)) continue;
		const domain = info.node.metadata.labels![constraint.topologyKey]!;
		domains.set(domain, (domains.get(domain) ?? 0) + matching(info, constraint, pod));
	}
	return domains;
}

function matching(info: NodeInfo, { selector, key }: SpreadConstraint, pod: Pod): number {
	return info.countMatching(selector, pod.metadata.namespace ?? '', key);
}

/** Models filtering.go Filter: a node whose domain would have too many more Pods than the emptiest is refused. */
function filter(pod: Pod, cluster: ClusterView): Filtering | undefined {
	const constraints = constraintsOf(pod, 'DoNotSchedule', cluster.objects);
	if (constraints.length === 0) return undefined;
	const counted = constraints.map((constraint) => {
		const domains = domainsOf(pod, constraint, constraints, cluster);
		const least = domains.size < constraint.minDomains ? 0 : Math.min(...domains.values());
		return { constraint, domains, least, self: isAbout(constraint, pod) ? 1 : 0 };
	});
	return {
		node({ node }) {
			for (const { constraint, domains, least, self } of counted) {
				const domain = node.metadata.labels?.[constraint.topologyKey];
				if (domain === undefined) {
					return { reasons: [`${mismatch} (missing required label)`], unresolvable: true };
				}
				if ((domains.get(domain) ?? 0) + self - least > constraint.maxSkew) {
					return { reasons: [mismatch], unresolvable: false };
				}
			}
			return undefined;
		}
	};
}

/** Models scoring.go: the fewer Pods of the constraint are in a node's domain, the better. */
function score(pod: Pod, cluster: ClusterView, feasible: readonly NodeInfo[]): Scoring | undefined {
	const constraints = constraintsOf(pod, 'ScheduleAnyway', cluster.objects);
	if (constraints.length === 0) return undefined;
	// The built-in constraints also spread over nodes without a zone.
	const needsAll = statesConstraints(pod);
	const ignored = new Set(
		needsAll ? feasible.filter(({ node }) => !hasAllKeys(node, constraints)) : []
	);
	const counted = constraints.map((constraint) => {
		const domains = softDomains(pod, constraint, cluster, feasible, (info) =>
			needsAll ? hasAllKeys(info.node, constraints) : true
		);
		const size =
			constraint.topologyKey === hostname ? feasible.length - ignored.size : domains.size;
		return { constraint, domains, weight: Math.log(size + 2) };
	});
	return {
		node(info) {
			// Below every score that counts, so that it is told apart when scores are normalised.
			if (ignored.has(info)) return -1;
			let sum = 0;
			for (const { constraint, domains, weight } of counted) {
				const domain = info.node.metadata.labels?.[constraint.topologyKey];
				if (domain === undefined) continue;
				const count =
					constraint.topologyKey === hostname
						? matching(info, constraint, pod)
						: domains.get(domain)!;
				sum += count * weight + (constraint.maxSkew - 1);
			}
			return Math.round(sum);
		},
		normalize
	};
}

/** The domains that nodes to be scored are in, with all their Pods; hosts are counted when they are scored. */
function softDomains(
	pod: Pod,
	constraint: SpreadConstraint,
	cluster: ClusterView,
	feasible: readonly NodeInfo[],
	counts: (info: NodeInfo) => boolean
): Domains {
	const domains: Domains = new Map();
	const { topologyKey } = constraint;
	if (topologyKey === hostname) return domains;
	const domainOf = ({ node }: NodeInfo): string => node.metadata.labels?.[topologyKey] ?? '';
	for (const info of feasible) if (counts(info)) domains.set(domainOf(info), 0);
	if (domains.size === 0 || (domains.size === 1 && domains.has(''))) return domains;
	for (const info of cluster.nodes) {
		const domain = domainOf(info);
		const known = domains.get(domain);
		if (known === undefined || !counts(info) || !takesPart(constraint, pod, info.node)) continue;
		domains.set(domain, known + matching(info, constraint, pod));
	}
	return domains;
}

function normalize(scores: readonly number[]): number[] {
	const counting = scores.filter((score) => score >= 0);
	const least = Math.min(...counting);
	const most = Math.max(0, ...counting);
	return scores.map((score) => {
		if (score < 0) return 0;
		if (most === 0) return maxNodeScore;
		return Math.trunc((maxNodeScore * (most + least - score)) / most);
	});
}

/** Models plugin.go isSchedulableAfterPodChange and isSchedulableAfterNodeChange. */
function wakes(pod: Pod, change: ClusterChange, { objects }: ClusterView): boolean {
	const constraints = constraintsOf(pod, 'DoNotSchedule', objects);
	const isNear = (other: Pod): boolean =>
		(other.metadata.namespace ?? '') === (pod.metadata.namespace ?? '');
	const concerns = (other: Pod): boolean =>
		Boolean(other.spec.nodeName) &&
		isNear(other) &&
		constraints.some((constraint) => isAbout(constraint, other));
	const countsAnew = ({ pod: after, before }: { pod: Pod; before: Pod }): boolean =>
		constraints.some((constraint) => isAbout(constraint, after) !== isAbout(constraint, before));
	switch (change.type) {
		case 'pod-added':
		case 'pod-gone':
			return concerns(change.pod);
		case 'pod-updated':
			return isNear(change.pod) && change.aspect === 'Label' && countsAnew(change);
		case 'own-update':
			return change.aspect === 'Toleration'
				? constraints.some(({ nodeTaintsPolicy }) => nodeTaintsPolicy === 'Honor')
				: change.aspect === 'Label' && countsAnew(change);
		case 'node-added':
		case 'node-gone':
			return hasAllKeys(change.node, constraints);
		case 'node-updated': {
			if (change.aspect !== 'Label' && change.aspect !== 'Taint') return false;
			const [before, after] = [change.before, change.node];
			const has = hasAllKeys(after, constraints);
			if (has !== hasAllKeys(before, constraints)) return true;
			const differs = ({ topologyKey }: SpreadConstraint): boolean =>
				before.metadata.labels?.[topologyKey] !== after.metadata.labels?.[topologyKey];
			const taintsDiffer = !isDeepEqual(before.spec.taints ?? [], after.spec.taints ?? []);
			return has && (taintsDiffer || constraints.some(differs));
		}
		default:
			return false;
	}
}

/** Spreads Pods that belong together over hosts, zones or whatever nodes are told apart by. */
export const podTopologySpread: Plugin = {
	name: 'PodTopologySpread',
	filter,
	score: { weight: 2, of: score },
	wakes
};
