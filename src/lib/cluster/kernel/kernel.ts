import type { ActorId, Message, Seq } from '#lib/trace/event.ts';
import { EventQueue, QueuedTimer, type Timer } from './event-queue.ts';
import { Random } from './random.ts';
import { Recorder, type Unplaced } from './recorder.ts';

/** Cluster time is kept to the microsecond, so that a trace prints the same everywhere. */
function toMicroseconds(ms: number): number {
	return Math.round(ms * 1000) / 1000;
}

/**
 * Virtual time: one clock, one queue, one recorder, one seed. `nowMs` is set to each due time in turn before its event
 * fires. Whatever is recorded or scheduled while an event is handled has the same cause as that event, unless `because`
 * says better.
 */
export class Kernel {
	nowMs = 0;
	/** The trace event that makes happen what happens now; null while a person acts. */
	cause: Seq | null = null;
	readonly random: Random;
	readonly recorder = new Recorder();
	private readonly queue = new EventQueue();
	private sequence = 0;
	private awaited = 0;
	private callId = 0;
	private nanosecond = 0n;
	/** The second that was written last, and how. */
	private second = NaN;
	private secondText = '';

	constructor(
		seed: number,
		/** What `nowMs` 0 is called on the cluster's clock, epoch ms. */
		readonly epochMs: number
	) {
		this.random = new Random(seed);
	}

	/** Epoch ms of the cluster's clock. */
	get wallMs(): number {
		return this.epochMs + this.nowMs;
	}

	/** The cluster's clock as RFC 3339 in whole seconds, as the API writes `metav1.Time`. */
	timestamp(): string {
		const second = Math.floor(this.wallMs / 1000);
		if (second !== this.second) {
			this.second = second;
			this.secondText = new Date(this.wallMs).toISOString().slice(0, 19) + 'Z';
		}
		return this.secondText;
	}

	/** The clock as `metav1.MicroTime`. */
	microTimestamp(): string {
		const micros = Math.round((this.nowMs % 1) * 1000);
		return (
			new Date(Math.floor(this.wallMs)).toISOString().slice(0, 23) +
			String(micros).padStart(3, '0') +
			'Z'
		);
	}

	/** The clock in nanoseconds; never the same twice, as on a real machine. */
	nextNanosecond(): bigint {
		const now = BigInt(Math.round(this.wallMs * 1000)) * 1000n;
		this.nanosecond = now > this.nanosecond ? now : this.nanosecond + 1n;
		return this.nanosecond;
	}

	after(delayMs: number, run: () => void): Timer {
		return this.schedule(delayMs, run, false);
	}

	/** As `after`, for what goes on for ever: it doesn't keep the run alive. */
	housekeepingAfter(delayMs: number, run: () => void): Timer {
		return this.schedule(delayMs, run, true);
	}

	record(event: Unplaced): Seq {
		return this.recorder.record(event, this.nowMs, this.cause);
	}

	/** Runs something whose cause is the given event. */
	because<T>(cause: Seq | null, run: () => T): T {
		const before = this.cause;
		this.cause = cause;
		try {
			return run();
		} finally {
			this.cause = before;
		}
	}

	/**
	 * Sends a message: records it now, runs `onArrival` after the latency (at least 1 ms, so that cause precedes effect)
	 * with the message as cause.
	 */
	send(
		from: ActorId,
		to: ActorId,
		protocol: Message['protocol'],
		content: Message['content'],
		latencyMs: number,
		onArrival: () => void
	): Seq {
		const receivedAtMs = toMicroseconds(this.nowMs + Math.max(1, latencyMs));
		const { recorder, nowMs, cause } = this;
		const seq = recorder.next;
		recorder.append({
			seq,
			atMs: nowMs,
			cause,
			kind: 'message',
			from,
			to,
			sentAtMs: nowMs,
			receivedAtMs,
			protocol,
			content
		});
		this.schedule(receivedAtMs - nowMs, onArrival, false, seq);
		return seq;
	}

	/** A number that ties a call to its return. */
	nextCallId(): number {
		return ++this.callId;
	}

	/** True while something other than housekeeping is still to come. */
	get busy(): boolean {
		return this.awaited > 0;
	}

	/** When the next event is due, undefined if there is none. */
	get nextDueMs(): number | undefined {
		this.dropCancelled();
		return this.queue.peek()?.dueMs;
	}

	/** Fires every event due up to the given moment, then sets the clock to it. */
	runUntil(untilMs: number): void {
		for (;;) {
			const due = this.nextDueMs;
			if (due === undefined || due > untilMs) break;
			this.step();
		}
		this.nowMs = Math.max(this.nowMs, untilMs);
	}

	/** Fires the next event; false when there is none. */
	step(): boolean {
		this.dropCancelled();
		const timer = this.queue.pop();
		if (timer === undefined) return false;
		timer.fired = true;
		if (!timer.housekeeping) this.awaited--;
		this.nowMs = timer.dueMs;
		this.cause = timer.cause;
		timer.run();
		this.cause = null;
		return true;
	}

	private schedule(
		delayMs: number,
		run: () => void,
		housekeeping: boolean,
		cause = this.cause
	): Timer {
		const timer = new QueuedTimer(
			toMicroseconds(this.nowMs + Math.max(0, delayMs)),
			this.sequence++,
			housekeeping,
			cause,
			run,
			this.onCancel
		);
		if (!housekeeping) this.awaited++;
		this.queue.push(timer);
		return timer;
	}

	private readonly onCancel = (timer: QueuedTimer): void => {
		if (!timer.housekeeping) this.awaited--;
	};

	private dropCancelled(): void {
		while (this.queue.peek()?.cancelled) this.queue.pop();
	}
}
