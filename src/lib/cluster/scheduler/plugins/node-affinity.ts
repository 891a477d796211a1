import type { Node, NodeSelectorRequirement, NodeSelectorTerm, Pod } from '#lib/kubernetes/pod.ts';
import { normalizeByMax, type Plugin } from '../framework.ts';

/** nodeSelector and required node affinity. Models component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go. */
function matchesNode(pod: Pod, node: Node): boolean {
	const labels = node.metadata.labels ?? {};
	for (const [key, value] of Object.entries(pod.spec.nodeSelector ?? {})) {
		if (labels[key] !== value) return false;
	}
	const required = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
	if (required === undefined) return true;
	return (required.nodeSelectorTerms ?? []).some((term) => matchesTerm(term, node));
}

/** A term with nothing in it matches nothing. */
function matchesTerm(term: NodeSelectorTerm, node: Node): boolean {
	const expressions = term.matchExpressions ?? [];
	const fields = term.matchFields ?? [];
	if (expressions.length + fields.length === 0) return false;
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

function preferred(pod: Pod) {
	return pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
}

/** Models framework/plugins/nodeaffinity/node_affinity.go. */
export const nodeAffinity: Plugin = {
	name: 'NodeAffinity',
	filter: (pod, { node }) =>
		matchesNode(pod, node)
			? undefined
			: {
					reasons: ["node(s) didn't match Pod's node affinity/selector"],
					unresolvable: true
				},
	score: {
		weight: 2,
		skips: (pod) => preferred(pod).length === 0,
		node: (pod, { node }) =>
			preferred(pod).reduce(
				(sum, { weight, preference }) => sum + (matchesTerm(preference, node) ? weight : 0),
				0
			),
		normalize: (scores) => normalizeByMax(scores, false)
	},
	wakes: (pod, change) =>
		(change.type === 'node-added' || change.type === 'node-updated') &&
		matchesNode(pod, change.node) &&
		(change.type === 'node-added' || !matchesNode(pod, change.before))
};
