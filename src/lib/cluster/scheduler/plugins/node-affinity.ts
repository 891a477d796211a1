import { newRequirement } from '#lib/kubernetes/labels/requirement.ts';
import type {
	Node,
	NodeSelectorRequirement,
	NodeSelectorTerm,
	Pod,
	PodSpec
} from '#lib/kubernetes/pod.ts';
import { normalizeByMax, type Plugin } from '../framework.ts';

/** nodeSelector and required node affinity. Models component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go. */
export function matchesNode(pod: Pod, node: Node): boolean {
	const labels = node.metadata.labels ?? {};
	for (const [key, value] of Object.entries(pod.spec.nodeSelector ?? {})) {
		if (labels[key] !== value) return false;
	}
	const required = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
	return required === undefined || matchesSome(required, node);
}

/** Whether any term matches; without terms none does. */
export function matchesSome({ nodeSelectorTerms = [] }: RequiredTerms, node: Node): boolean {
	return nodeSelectorTerms.some((term) => matchesTerm(term, node));
}

const answerable = new WeakMap<NodeSelectorTerm, boolean>();
const labelOperators = {
	In: 'in',
	NotIn: 'notin',
	Exists: 'exists',
	DoesNotExist: '!',
	Gt: 'gt',
	Lt: 'lt'
} as const;

/** A term that is no selector matches nothing, whatever it denies. Models nodeaffinity.go newNodeSelectorTerm. */
function isAnswerable(term: NodeSelectorTerm): boolean {
	let known = answerable.get(term);
	if (known === undefined) {
		const { matchExpressions = [], matchFields = [] } = term;
		known =
			matchExpressions.every(isLabelRequirement) &&
			matchFields.every(({ values = [] }) => values.length === 1);
		answerable.set(term, known);
	}
	return known;
}

function isLabelRequirement({ key, operator, values = [] }: NodeSelectorRequirement): boolean {
	try {
		newRequirement(key, labelOperators[operator], values);
		return true;
	} catch {
		return false;
	}
}

/** A term with nothing in it matches nothing. */
function matchesTerm(term: NodeSelectorTerm, node: Node): boolean {
	const expressions = term.matchExpressions ?? [];
	const fields = term.matchFields ?? [];
	if (expressions.length + fields.length === 0 || !isAnswerable(term)) return false;
	const labels = node.metadata.labels ?? {};
	return (
		expressions.every((requirement) => matchesRequirement(requirement, labels[requirement.key])) &&
		fields.every((requirement) =>
			matchesRequirement(
				requirement,
				requirement.key === 'metadata.name' ? node.metadata.name : undefined
			)
		)
	);
}

function matchesRequirement(
	{ operator, values = [] }: NodeSelectorRequirement,
	value: string | undefined
): boolean {
	switch (operator) {
		case 'In':
			return value !== undefined && values.includes(value);
		case 'NotIn':
			return value === undefined || !values.includes(value);
		case 'Exists':
			return value !== undefined;
		case 'DoesNotExist':
			return value === undefined;
		case 'Gt':
			return isWhole(value) && isWhole(values[0]) && BigInt(value) > BigInt(values[0]);
		case 'Lt':
			return isWhole(value) && isWhole(values[0]) && BigInt(value) < BigInt(values[0]);
	}
}

function isWhole(text: string | undefined): text is string {
	return text !== undefined && /^[+-]?\d+$/.test(text);
}

type Affinity = NonNullable<NonNullable<PodSpec['affinity']>['nodeAffinity']>;
type RequiredTerms = NonNullable<Affinity['requiredDuringSchedulingIgnoredDuringExecution']>;

/**
 * Where no term can match but on named nodes, only those are worth a look; undefined where any node may be.
 * Models node_affinity.go PreFilter.
 */
function namedNodes(pod: Pod): ReadonlySet<string> | undefined {
	const terms =
		pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
			?.nodeSelectorTerms ?? [];
	if (terms.length === 0) return undefined;
	const names = new Set<string>();
	for (const { matchFields = [] } of terms) {
		const sets = matchFields.flatMap(({ key, operator, values = [] }) =>
			key === 'metadata.name' && operator === 'In' ? [values] : []
		);
		const [first, ...others] = sets;
		if (first === undefined) return undefined;
		for (const name of first) {
			if (others.every((values) => values.includes(name))) names.add(name);
		}
	}
	return names;
}

/**
 * Models framework/plugins/nodeaffinity/node_affinity.go.
 *
 * @param added affinity of every Pod, from the scheduler's own configuration
 */
export function nodeAffinityOf(added: Affinity = {}): Plugin {
	const enforced = added.requiredDuringSchedulingIgnoredDuringExecution;
	const refusal = (whose: string) => ({
		reasons: [`node(s) didn't match ${whose}`],
		unresolvable: true
	});
	const byPod = refusal("Pod's node affinity/selector");
	const byConfiguration = refusal('scheduler-enforced node affinity');
	return {
		name: 'NodeAffinity',
		filter(pod) {
			const { affinity, nodeSelector } = pod.spec;
			if (
				enforced === undefined &&
				nodeSelector === undefined &&
				affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution === undefined
			) {
				return undefined;
			}
			const only = namedNodes(pod);
			if (only?.size === 0) {
				return { refused: { reasons: ['pod affinity terms conflict'], unresolvable: true } };
			}
			return {
				...(only === undefined ? undefined : { only }),
				node({ node }) {
					if (enforced !== undefined && !matchesSome(enforced, node)) return byConfiguration;
					return matchesNode(pod, node) ? undefined : byPod;
				}
			};
		},
		score: {
			weight: 2,
			of(pod) {
				const terms = [
					...(added.preferredDuringSchedulingIgnoredDuringExecution ?? []),
					...(pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ??
						[])
				];
				if (terms.length === 0) return undefined;
				return {
					node: ({ node }) =>
						terms.reduce(
							(sum, { weight, preference }) => sum + (matchesTerm(preference, node) ? weight : 0),
							0
						),
					normalize: (scores) => normalizeByMax(scores, false)
				};
			}
		},
		wakes: (pod, change) =>
			(change.type === 'node-added' ||
				(change.type === 'node-updated' &&
					change.aspect === 'Label' &&
					!matchesNode(pod, change.before))) &&
			matchesNode(pod, change.node)
	};
}

export const nodeAffinity = nodeAffinityOf();
