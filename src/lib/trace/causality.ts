import type { Seq, TraceEvent } from './event.ts';
import type { Trace } from './trace.ts';

/** The chain of causes of an event, itself first, back to the command, the fault or the cluster's start. */
export function whyChain(trace: Trace, seq: Seq): TraceEvent[] {
	const chain: TraceEvent[] = [];
	let event = trace.events[seq];
	while (event) {
		chain.push(event);
		// A cause that doesn't lie before its effect would send us round in a circle.
		const cause: Seq | null = event.cause;
		event = cause === null || cause >= event.seq ? undefined : trace.events[cause];
	}
	return chain;
}

/** What an event made happen directly, in order. */
export function effectsOf(trace: Trace, seq: Seq): TraceEvent[] {
	return effectsIndex(trace).get(seq) ?? [];
}

const indexes = new WeakMap<Trace, Map<Seq, TraceEvent[]>>();

function effectsIndex(trace: Trace): Map<Seq, TraceEvent[]> {
	let index = indexes.get(trace);
	if (!index) {
		index = new Map();
		for (const event of trace.events) {
			if (event.cause === null) continue;
			const effects = index.get(event.cause);
			if (effects) effects.push(event);
			else index.set(event.cause, [event]);
		}
		indexes.set(trace, index);
	}
	return index;
}
