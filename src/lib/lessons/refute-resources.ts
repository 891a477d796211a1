import { intValue } from '#lib/kubernetes/quantity.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';

/** A container of a Pod once takes this of its node. */
export function refuteUses(
	trace: Trace,
	{ pod, milliCpu, throttled, memory }: FactOf<'uses'>
): string | null {
	const uses = trace.events.flatMap((event) =>
		event.kind === 'local' && event.fact.type === 'resources-used' && event.fact.pod === pod
			? [event.fact]
			: []
	);
	const found = uses.some(
		(use) =>
			(milliCpu === undefined || use.milliCpu === milliCpu) &&
			(throttled === undefined || use.throttled === throttled) &&
			(memory === undefined || use.memory === intValue(memory))
	);
	if (found) return null;
	const seen = uses.map(
		(use) => `${use.milliCpu}m, ${use.throttled} throttled, ${use.memory} bytes`
	);
	return `${pod} never takes that, but ${[...new Set(seen)].join('; ') || 'nothing'}`;
}

/** The order in which some kubelet's Pods stood when it gave up the first of them. */
export function refuteEvicted(trace: Trace, { first }: FactOf<'evicted'>): string | null {
	const orders = trace.events.flatMap((event) =>
		event.kind === 'decision' && event.decision === 'eviction'
			? [event.ranked.map(({ pod }) => pod)]
			: []
	);
	if (orders.some((order) => first.every((pod, i) => order[i] === pod))) return null;
	return `the order was ${orders.map((order) => order.join(', ')).join('; ') || 'never asked for'}`;
}
