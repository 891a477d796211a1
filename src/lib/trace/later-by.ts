import type { LocalFact, TraceEvent } from './event.ts';
import type { Trace } from './trace.ts';

/** The same trace on a clock that began so much earlier, ms: everything in it comes so much later. */
export function laterBy({ header, events }: Trace, ms: number): Trace {
	const later = (atMs: number): number => Math.round((atMs + ms) * 1000) / 1000;
	return {
		header: { ...header, startMs: later(header.startMs), endMs: later(header.endMs) },
		events: events.map((event): TraceEvent => {
			const atMs = later(event.atMs);
			if (event.kind === 'message') {
				const receivedAtMs = later(event.receivedAtMs);
				return { ...event, atMs, sentAtMs: later(event.sentAtMs), receivedAtMs };
			}
			if (event.kind === 'local') return { ...event, atMs, fact: laterFact(event.fact, later) };
			return { ...event, atMs };
		})
	};
}

/** Facts that name a moment of their own. */
function laterFact(fact: LocalFact, later: (atMs: number) => number): LocalFact {
	switch (fact.type) {
		case 'image-pull-started':
			return { ...fact, endsAtMs: later(fact.endsAtMs) };
		case 'request-ended':
			return { ...fact, sentAtMs: later(fact.sentAtMs) };
		default:
			return fact;
	}
}
