import type { Seq, TraceEvent } from '#lib/trace/event.ts';

/** A trace event before the recorder has given it its place, time and cause. */
export type Unplaced<E extends TraceEvent = TraceEvent> = E extends TraceEvent
	? Omit<E, 'seq' | 'atMs' | 'cause'>
	: never;

/** Writes down what happens, in order. The kernel says when and why. */
export class Recorder {
	readonly events: TraceEvent[] = [];
	private forgotten = 0;

	/** The `seq` of the event that comes next. */
	get next(): Seq {
		return this.forgotten + this.events.length;
	}

	/** Lets go of all that was written down so far, for a cluster that nobody records; the numbering goes on. */
	forget(): void {
		this.forgotten += this.events.length;
		this.events.length = 0;
	}

	record(event: Unplaced, atMs: number, cause: Seq | null): Seq {
		return this.append({ seq: this.next, atMs, cause, ...event } as TraceEvent);
	}

	/** An event that has its place already: the `next` one. Most events come this way, since nothing is copied. */
	append(event: TraceEvent): Seq {
		this.events.push(event);
		return event.seq;
	}
}
