import { newRequirement } from '#lib/kubernetes/labels/requirement.ts';
import {
	type LabelSelector,
	type Selector,
	selectorMatches,
	selectorOf
} from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import type { SeenObjects } from './cluster-view.ts';
import { selectorKey } from './node-info.ts';
import { matchesNode } from './plugins/node-affinity.ts';
import { untolerated } from './plugins/taint-toleration.ts';

type Action = 'DoNotSchedule' | 'ScheduleAnyway';
type InclusionPolicy = 'Honor' | 'Ignore';

interface TopologySpreadConstraint {
	readonly maxSkew: number;
	readonly topologyKey: string;
	readonly whenUnsatisfiable: Action;
	readonly labelSelector?: LabelSelector;
	readonly matchLabelKeys?: readonly string[];
	readonly minDomains?: number;
	readonly nodeAffinityPolicy?: InclusionPolicy;
	readonly nodeTaintsPolicy?: InclusionPolicy;
}

/** A constraint that can be answered. Models podtopologyspread/common.go topologySpreadConstraint. */
export interface SpreadConstraint {
	readonly maxSkew: number;
	readonly topologyKey: string;
	readonly selector: Selector;
	/** Selector and namespace in one word. */
	readonly key: string;
	readonly minDomains: number;
	readonly nodeAffinityPolicy: InclusionPolicy;
	readonly nodeTaintsPolicy: InclusionPolicy;
}

export const hostname = 'kubernetes.io/hostname';

/** What every Pod of a Service or a controller is spread by when it says nothing. Models systemDefaultConstraints. */
const systemDefaults: readonly TopologySpreadConstraint[] = [
	{ topologyKey: hostname, whenUnsatisfiable: 'ScheduleAnyway', maxSkew: 3 },
	{ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', maxSkew: 5 }
];

function statedBy(pod: Pod): readonly TopologySpreadConstraint[] {
	return (
		(pod.spec['topologySpreadConstraints'] as readonly TopologySpreadConstraint[] | undefined) ?? []
	);
}

/** True when the Pod says itself how it is to be spread. */
export function statesConstraints(pod: Pod): boolean {
	return statedBy(pod).length > 0;
}

/** The Pod's constraints of one kind; its own, or else the built-in ones. */
export function constraintsOf(
	pod: Pod,
	action: Action,
	objects: SeenObjects
): readonly SpreadConstraint[] {
	const stated = statedBy(pod);
	if (stated.length > 0) {
		return stated
			.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === action)
			.map((constraint) => answerable(constraint, selectorFor(constraint, pod), pod));
	}
	if (action === 'DoNotSchedule') return [];
	const selector = defaultSelector(pod, objects);
	if (selector.length === 0) return [];
	return systemDefaults.map((constraint) => answerable(constraint, selector, pod));
}

function answerable(
	constraint: TopologySpreadConstraint,
	selector: Selector,
	pod: Pod
): SpreadConstraint {
	return {
		maxSkew: constraint.maxSkew,
		topologyKey: constraint.topologyKey,
		selector,
		key: selectorKey(selector, pod.metadata.namespace ?? ''),
		minDomains: constraint.minDomains ?? 1,
		nodeAffinityPolicy: constraint.nodeAffinityPolicy ?? 'Honor',
		nodeTaintsPolicy: constraint.nodeTaintsPolicy ?? 'Ignore'
	};
}

/** A key of `matchLabelKeys` stands for the Pod's own value. */
function selectorFor(
	{ labelSelector, matchLabelKeys = [] }: TopologySpreadConstraint,
	{ metadata: { labels = {} } }: Pod
): Selector {
	const own = matchLabelKeys.flatMap((key) => {
		const value = labels[key];
		return value === undefined ? [] : [newRequirement(key, '=', [value])];
	});
	return [...own, ...selectorOf(labelSelector)];
}

const selectorsOfOwners: Readonly<Record<string, string>> = {
	'v1/ReplicationController': 'replicationcontrollers',
	'apps/v1/ReplicaSet': 'replicasets',
	'apps/v1/StatefulSet': 'statefulsets'
};

/**
 * The Pods that belong together with this one: those of its Services and of the controller that owns it.
 * Models framework/plugins/helper/spread.go DefaultSelector.
 */
function defaultSelector(pod: Pod, objects: SeenObjects): Selector {
	const { namespace = '', labels, ownerReferences = [] } = pod.metadata;
	const own: Record<string, string> = {};
	for (const { spec } of objects.list('services', namespace)) {
		const { selector } = spec as { selector?: Readonly<Record<string, string>> };
		if (!selector) continue;
		const matches = Object.entries(selector).every(([key, value]) => labels?.[key] === value);
		if (matches) Object.assign(own, selector);
	}
	const owner = ownerReferences.find(({ controller }) => controller === true);
	const plural = owner && selectorsOfOwners[`${owner.apiVersion}/${owner.kind}`];
	const found = plural && objects.get(plural, owner.name, namespace);
	const { selector } = ((found || undefined)?.spec ?? {}) as { selector?: unknown };
	if (plural === 'replicationcontrollers') Object.assign(own, selector);
	const fromOwner =
		plural === 'replicationcontrollers' || selector === undefined
			? []
			: selectorOf(selector as LabelSelector);
	return [...selectorOf({ matchLabels: own }), ...fromOwner];
}

export function hasAllKeys(
	{ metadata: { labels = {} } }: Pick<KubeObject, 'metadata'>,
	constraints: readonly SpreadConstraint[]
): boolean {
	return constraints.every(({ topologyKey }) => labels[topologyKey] !== undefined);
}

/** Whether a node takes part in a constraint's counting. Models common.go matchNodeInclusionPolicies. */
export function takesPart(
	{ nodeAffinityPolicy, nodeTaintsPolicy }: SpreadConstraint,
	pod: Pod,
	node: Node
): boolean {
	if (nodeAffinityPolicy === 'Honor' && !matchesNode(pod, node)) return false;
	return nodeTaintsPolicy === 'Ignore' || untolerated(pod, node.spec.taints ?? []) === undefined;
}

/** Whether a constraint is about a Pod's labels. */
export function isAbout({ selector }: SpreadConstraint, pod: Pod): boolean {
	return selectorMatches(selector, pod.metadata.labels);
}
