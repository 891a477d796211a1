import {
	type LabelSelector,
	type Selector,
	selectorMatches,
	selectorOf
} from '#lib/kubernetes/labels/selector.ts';
import { newRequirement } from '#lib/kubernetes/labels/requirement.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ClusterView } from './cluster-view.ts';

interface PodAffinityTerm {
	readonly labelSelector?: LabelSelector;
	readonly topologyKey: string;
	readonly namespaces?: readonly string[];
	readonly namespaceSelector?: LabelSelector;
	readonly matchLabelKeys?: readonly string[];
	readonly mismatchLabelKeys?: readonly string[];
}

interface PodAffinity {
	readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
	readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
		readonly weight: number;
		readonly podAffinityTerm: PodAffinityTerm;
	}[];
}

/** A term that can be answered: Pods of certain namespaces with certain labels, near in the sense of the key. */
export interface AffinityTerm {
	readonly topologyKey: string;
	readonly namespaces: ReadonlySet<string>;
	readonly namespaceSelector: Selector;
	readonly selector: Selector;
}

export interface WeightedTerm extends AffinityTerm {
	readonly weight: number;
}

/** What a Pod says of Pods near it. Models framework/types.go PodInfo. */
export interface PodTerms {
	readonly affinity: readonly AffinityTerm[];
	readonly antiAffinity: readonly AffinityTerm[];
	readonly preferred: readonly WeightedTerm[];
	readonly preferredAnti: readonly WeightedTerm[];
}

const none: PodTerms = { affinity: [], antiAffinity: [], preferred: [], preferredAnti: [] };
const remembered = new WeakMap<object, { readonly labels: unknown; readonly terms: PodTerms }>();

/** A Pod's terms; worked out once as long as its affinity and its labels are the same. */
export function termsOf(pod: Pod): PodTerms {
	const affinity = pod.spec.affinity;
	if (affinity?.podAffinity === undefined && affinity?.podAntiAffinity === undefined) return none;
	const { labels } = pod.metadata;
	const known = remembered.get(affinity);
	if (known?.labels === labels && known !== undefined) return known.terms;
	const near: PodAffinity = affinity.podAffinity ?? {};
	const apart: PodAffinity = affinity.podAntiAffinity ?? {};
	const terms = {
		affinity: requiredOf(near, pod),
		antiAffinity: requiredOf(apart, pod),
		preferred: preferredOf(near, pod),
		preferredAnti: preferredOf(apart, pod)
	};
	remembered.set(affinity, { labels, terms });
	return terms;
}

function requiredOf(affinity: PodAffinity, pod: Pod): AffinityTerm[] {
	return (affinity.requiredDuringSchedulingIgnoredDuringExecution ?? []).map((term) =>
		answerable(term, pod)
	);
}

function preferredOf(affinity: PodAffinity, pod: Pod): WeightedTerm[] {
	return (affinity.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
		({ weight, podAffinityTerm }) => ({ weight, ...answerable(podAffinityTerm, pod) })
	);
}

function answerable(term: PodAffinityTerm, pod: Pod): AffinityTerm {
	const { namespaces = [], namespaceSelector } = term;
	const own = namespaces.length === 0 && namespaceSelector === undefined;
	return {
		topologyKey: term.topologyKey,
		namespaces: new Set(own ? [pod.metadata.namespace ?? ''] : namespaces),
		namespaceSelector: selectorOf(namespaceSelector),
		selector: mergedSelector(term, pod)
	};
}

/**
 * A key of `matchLabelKeys` stands for the Pod's own value, one of `mismatchLabelKeys` for any other.
 * Models registry/core/pod/strategy.go applyMatchLabelKeysAndMismatchLabelKeys.
 */
function mergedSelector(
	{ labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] }: PodAffinityTerm,
	{ metadata: { labels = {} } }: Pod
): Selector {
	const selector = selectorOf(labelSelector);
	if (labelSelector === undefined) return selector;
	const own = (keys: readonly string[], operator: 'in' | 'notin'): Selector =>
		keys.flatMap((key) => {
			const value = labels[key];
			return value === undefined ? [] : [newRequirement(key, operator, [value])];
		});
	return [...selector, ...own(matchLabelKeys, 'in'), ...own(mismatchLabelKeys, 'notin')];
}

/** Whether a term is about a Pod. Models framework/types.go AffinityTerm.Matches. */
export function termMatches(term: AffinityTerm, pod: Pod, cluster: ClusterView): boolean {
	const { namespace = '', labels } = pod.metadata;
	const inNamespace =
		term.namespaces.has(namespace) ||
		selectorMatches(
			term.namespaceSelector,
			cluster.objects.get('namespaces', namespace)?.metadata.labels
		);
	return inNamespace && selectorMatches(term.selector, labels);
}

/** Whether a Pod is what all terms ask for; without terms there is nothing to be. */
export function matchesAll(
	terms: readonly AffinityTerm[],
	pod: Pod,
	cluster: ClusterView
): boolean {
	return terms.length > 0 && terms.every((term) => termMatches(term, pod, cluster));
}

export function matchesAny(
	terms: readonly AffinityTerm[],
	pod: Pod,
	cluster: ClusterView
): boolean {
	return terms.some((term) => termMatches(term, pod, cluster));
}
