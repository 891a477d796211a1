import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Attempt } from '../attempt.ts';
import type { NodeInfo } from '../node-info.ts';
import { byImportance, priorityOf, startOf } from '../pod-priority.ts';
import { breakingBudgets } from './disruption-budgets.ts';

/** A node that would do if these Pods were not there; the most important first, those that break a budget before others. */
export interface Candidate {
	readonly node: NodeInfo;
	readonly victims: readonly Pod[];
	readonly violations: number;
}

/**
 * The fewest Pods to remove from a node: all less important ones are taken off, and as many put back as will do.
 * Models default_preemption.go SelectVictimsOnNode.
 *
 * @returns a candidate, or why the node would not do even so
 */
export function victimsOn(
	node: NodeInfo,
	attempt: Attempt,
	budgets: readonly KubeObject[]
): Candidate | { readonly reasons: readonly string[] } {
	const own = priorityOf(attempt.pod);
	const lesser = [...node.pods.values()].filter((pod) => priorityOf(pod) < own);
	if (lesser.length === 0) return { reasons: ['No preemption victims found for incoming pod'] };
	const trial = node.clone();
	for (const { metadata } of lesser) trial.remove(metadata.uid!);
	const refusal = attempt.refusalIf(trial);
	if (refusal !== undefined) return { reasons: refusal.reasons };
	lesser.sort(byImportance);
	const breaking = breakingBudgets(lesser, budgets);
	const inOrder = [
		...lesser.filter((pod) => breaking.has(pod)),
		...lesser.filter((pod) => !breaking.has(pod))
	];
	const victims = inOrder.filter((pod) => {
		trial.add(pod);
		if (attempt.refusalIf(trial) === undefined) return false;
		trial.remove(pod.metadata.uid!);
		return true;
	});
	return { node, victims, violations: victims.filter((pod) => breaking.has(pod)).length };
}

/** So that many Pods of negative priority are not fewer than few. */
const offset = 2 ** 31;

const criteria: readonly ((candidate: Candidate) => number)[] = [
	({ violations }) => -violations,
	({ victims }) => -priorityOf(victims[0]!),
	({ victims }) => -victims.reduce((sum, pod) => sum + priorityOf(pod) + offset, 0),
	({ victims }) => -victims.length,
	({ victims }) => {
		const highest = Math.max(...victims.map(priorityOf));
		return Math.min(...victims.filter((pod) => priorityOf(pod) === highest).map(startOf));
	}
];

/**
 * The candidates whose loss is least; several when nothing tells them apart.
 * Models preemption.go pickOneNodeForPreemption.
 */
export function leastLoss(candidates: readonly Candidate[]): readonly Candidate[] {
	let left = candidates;
	for (const criterion of criteria) {
		if (left.length < 2) break;
		const scores = left.map(criterion);
		const best = Math.max(...scores);
		left = left.filter((_, index) => scores[index] === best);
	}
	return left;
}
