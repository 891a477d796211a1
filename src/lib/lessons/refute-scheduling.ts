import type { SchedulingDecision } from '#lib/trace/event.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { FactOf } from './fact.ts';

function decisionsAbout(trace: Trace, pod: string): readonly SchedulingDecision[] {
	return trace.events.filter(
		(event): event is SchedulingDecision =>
			event.kind === 'decision' && event.decision === 'scheduling' && event.pod === pod
	);
}

/** A filter refuses a node to a Pod, in one of its scheduling cycles. */
export function refuteFilteredOut(
	trace: Trace,
	{ pod, node, by, because = '' }: FactOf<'filtered-out'>
): string | null {
	const verdicts = decisionsAbout(trace, pod).flatMap(({ nodes }) =>
		nodes.filter((verdict) => verdict.node === node)
	);
	const refused = verdicts.some(
		({ refusedBy, reasons = [] }) =>
			refusedBy === by && reasons.some((reason) => reason.includes(because))
	);
	if (refused) return null;
	const found = verdicts.map(({ refusedBy, reasons = [] }) => [refusedBy, ...reasons].join(': '));
	return `${node} was not refused to ${pod} by ${by}, but ${found.join('; ') || 'never looked at'}`;
}

/** A plugin gives a node so much for a Pod, weighted, in the last cycle that scored. */
export function refuteScored(
	trace: Trace,
	{ pod, node, plugin, is }: FactOf<'scored'>
): string | null {
	const scores = decisionsAbout(trace, pod)
		.flatMap(({ nodes }) => nodes.filter((verdict) => verdict.node === node))
		.findLast((verdict) => verdict.scores)?.scores;
	const score = scores?.[plugin];
	return score === is ? null : `${plugin} gave ${node} ${score ?? 'nothing'} for ${pod}`;
}
