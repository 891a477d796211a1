import { bisect } from './bisect.ts';
import type { LocalFact, Seq } from './event.ts';
import type { Trace } from './trace.ts';

type Ended = Extract<LocalFact, { type: 'request-ended' }>;

/** A request of the traffic and what became of it. */
export interface TrafficRequest extends Ended {
	readonly seq: Seq;
	/** When the client knew. */
	readonly endedAtMs: number;
	/** Whose rules it went through. */
	readonly node: string;
}

/** Every request of the traffic, in the order in which they ended. */
export function requestsOf(trace: Trace): readonly TrafficRequest[] {
	let requests = known.get(trace);
	if (!requests) {
		requests = trace.events.flatMap((event): TrafficRequest[] =>
			event.kind === 'local' && event.fact.type === 'request-ended'
				? [{ ...event.fact, seq: event.seq, endedAtMs: event.atMs, node: event.node }]
				: []
		);
		known.set(trace, requests);
	}
	return requests;
}

const known = new WeakMap<Trace, readonly TrafficRequest[]>();

/** How many requests have ended at a moment: the place of the first that has not. */
export function endedCount(requests: readonly TrafficRequest[], ms: number): number {
	return bisect(requests, ({ endedAtMs }) => endedAtMs > ms);
}

/** Whether the client got what it asked for. */
export function isServed({ outcome }: TrafficRequest): boolean {
	return outcome === 'served';
}
