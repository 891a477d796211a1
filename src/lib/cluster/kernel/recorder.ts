import type { Seq, TraceEvent } from '#lib/trace/event.ts';

/** A trace event before the recorder has given it its place, time and cause. */
export type Unplaced<E extends TraceEvent = TraceEvent> = E extends TraceEvent
	? Omit<E, 'seq' | 'atMs' | 'cause'>
	: never;

/** Writes down what happens, in order. The kernel says when and why. */
export class Recorder {
	readonly events: TraceEvent[] = [];

	record(event: Unplaced, atMs: number, cause: Seq | null): Seq {
		const seq = this.events.length;
		this.events.push({ seq, atMs, cause, ...event } as TraceEvent);
		return seq;
	}
}
