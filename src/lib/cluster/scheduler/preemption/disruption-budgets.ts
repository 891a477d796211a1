import {
	type LabelSelector,
	selectorMatches,
	selectorOf
} from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';

/** policy/v1 PodDisruptionBudget, as far as preemption reads it. */
interface PodDisruptionBudget extends KubeObject {
	readonly spec: { readonly selector?: LabelSelector };
	readonly status?: {
		readonly disruptionsAllowed?: number;
		readonly disruptedPods?: Readonly<Record<string, unknown>>;
	};
}

/**
 * Which of the Pods could not be removed without breaking a budget, were they removed in this order.
 * Models default_preemption.go filterPodsWithPDBViolation.
 */
export function breakingBudgets(
	pods: readonly Pod[],
	budgets: readonly KubeObject[]
): ReadonlySet<Pod> {
	const known = (budgets as readonly PodDisruptionBudget[]).map((budget) => ({
		budget,
		selector: selectorOf(budget.spec.selector),
		left: budget.status?.disruptionsAllowed ?? 0
	}));
	const breaking = new Set<Pod>();
	for (const pod of pods) {
		const { namespace, labels, name = '' } = pod.metadata;
		if (Object.keys(labels ?? {}).length === 0) continue;
		for (const entry of known) {
			const { budget, selector } = entry;
			if (budget.metadata.namespace !== namespace || selector.length === 0) continue;
			if (!selectorMatches(selector, labels)) continue;
			if (budget.status?.disruptedPods?.[name] !== undefined) continue;
			entry.left--;
			if (entry.left < 0) breaking.add(pod);
		}
	}
	return breaking;
}
