import type { Event } from '#lib/kubernetes/pod.ts';
import type { Description } from './description.ts';
import { since } from './times.ts';

/** The Events at the end of a description, oldest first. Models kubectl pkg/describe DescribeEvents. */
export function describeEvents(
	description: Description,
	events: readonly Event[],
	nowMs: number
): void {
	if (events.length === 0) {
		description.line(0, 'Events:\t<none>');
		return;
	}
	description.line(0, 'Events:');
	description.line(1, 'Type\tReason\tAge\tFrom\tMessage');
	description.line(1, '----\t------\t----\t----\t-------');
	const ordered = [...events].sort((a, b) => lastSeen(a) - lastSeen(b));
	for (const event of ordered) {
		const from = event.source?.component || event.reportingComponent || '';
		const cells = [event.type, event.reason, interval(event, nowMs), from, message(event)];
		description.line(1, cells.join('\t'));
	}
}

/** `10s`, or `10s (x3 over 40s)`. Shared with `kubectl events`. */
export function interval(event: Event, nowMs: number): string {
	const first = since(event.eventTime || event.firstTimestamp, nowMs);
	if (event.series) {
		const last = since(event.series.lastObservedTime, nowMs);
		return `${last} (x${event.series.count} over ${first})`;
	}
	if ((event.count ?? 0) > 1) {
		return `${since(event.lastTimestamp, nowMs)} (x${event.count!} over ${first})`;
	}
	return first;
}

function lastSeen(event: Event): number {
	return Date.parse(event.lastTimestamp ?? '') || 0;
}

/** Since 1.35 the part that an Event is about stands before its message. */
function message(event: Event): string {
	const text = (event.message ?? '').trim();
	const part = event.involvedObject.fieldPath;
	return part ? `${part}: ${text}` : text;
}
