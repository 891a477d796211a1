import type { Filtered } from './evaluate.ts';

/**
 * The sentence of FailedScheduling: how many nodes, and how often each reason. No Pod has a lower priority than another here,
 * so preemption never finds a victim; it says so per node in its own words.
 *
 * Models pkg/scheduler/framework/types.go FitError.Error and framework/preemption/preemption.go.
 */
export function failureMessage(filtered: readonly Filtered[]): string {
	const total = filtered.length;
	if (total === 0) return 'no nodes available to schedule pods';
	const reasons = histogram(filtered.flatMap((node) => node.reasons ?? []));
	const preemption = histogram(
		filtered.map((node) =>
			node.unresolvable === true
				? 'Preemption is not helpful for scheduling'
				: 'No preemption victims found for incoming pod'
		)
	);
	return `0/${total} nodes are available: ${reasons}. no new claims to deallocate, preemption: 0/${total} nodes are available: ${preemption}.`;
}

function histogram(reasons: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts]
		.map(([reason, count]) => `${count} ${reason}`)
		.sort()
		.join(', ');
}
