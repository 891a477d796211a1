import type { Diagnosis } from './evaluate.ts';

/**
 * The sentence of FailedScheduling: how many nodes, and how often each reason; then what came of looking for Pods to remove.
 * Models pkg/scheduler/framework/types.go FitError.Error.
 *
 * @param remedy what the PostFilter plugins said, '' when they found a remedy
 */
export function failureMessage({ filtered, refused }: Diagnosis, remedy: string): string {
	if (filtered.length === 0) return 'no nodes available to schedule pods';
	const reasons =
		refused === undefined
			? reasonsCounted(filtered.map((node) => node.reasons ?? []))
			: refused.reasons.join(', ');
	return `${available(filtered.length, reasons)}${remedy === '' ? '' : ` ${remedy}`}`;
}

export function available(nodes: number, reasons: string): string {
	return `0/${nodes} nodes are available: ${reasons}.`;
}

/** `2 Insufficient cpu, 1 …`, sorted as text. */
export function reasonsCounted(reasons: readonly (readonly string[])[]): string {
	const counts = new Map<string, number>();
	for (const reason of reasons.flat()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts]
		.map(([reason, count]) => `${count} ${reason}`)
		.sort()
		.join(', ');
}

const longestNote = 1024;

/** An Event's note has its limit. Models schedule_one.go truncateMessage. */
export function truncated(message: string): string {
	const suffix = ' ...';
	return message.length <= longestNote
		? message
		: message.slice(0, longestNote - suffix.length) + suffix;
}
