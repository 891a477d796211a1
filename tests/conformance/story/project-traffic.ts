import type { Trace } from '#lib/trace/trace.ts';
import type { RecordedTraffic } from './recorded-traffic.ts';

/** What the client got, as the recordings tell it: by when the request was sent. */
export function projectTraffic({ header, events }: Trace, bucketMs: number): RecordedTraffic {
	const spans = new Map<number, Record<string, number>>();
	for (const event of events) {
		if (event.kind !== 'local' || event.fact.type !== 'request-ended') continue;
		const { sentAtMs, outcome, version } = event.fact;
		const span = Math.floor((sentAtMs - header.startMs) / bucketMs) * bucketMs;
		const answers = spans.get(span) ?? {};
		spans.set(span, answers);
		const answer = outcome === 'served' ? (version ?? 'served') : outcome;
		answers[answer] = (answers[answer] ?? 0) + 1;
	}
	return { bucketMs, counts: [...spans].sort(([a], [b]) => a - b) };
}
