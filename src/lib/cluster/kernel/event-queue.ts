import type { Seq } from '#lib/trace/event.ts';

/** Something due at a moment of cluster time. */
export interface Timer {
	/** Ms of cluster time. */
	readonly dueMs: number;
	/** Drops it; nothing happens if it has fired already. */
	cancel(): void;
}

/** A timer as the queue holds it. */
export class QueuedTimer implements Timer {
	cancelled = false;
	fired = false;

	constructor(
		readonly dueMs: number,
		readonly sequence: number,
		/** Housekeeping (leases, resyncs) goes on for ever and doesn't keep a run alive. */
		readonly housekeeping: boolean,
		/** The trace event that made it due. */
		readonly cause: Seq | null,
		readonly run: () => void,
		private readonly onCancel: (timer: QueuedTimer) => void
	) {}

	cancel(): void {
		if (this.cancelled || this.fired) return;
		this.cancelled = true;
		this.onCancel(this);
	}
}

/** A binary heap ordered by (due time, sequence): equal times fire in the order in which they were asked for. */
export class EventQueue {
	private readonly heap: QueuedTimer[] = [];

	get size(): number {
		return this.heap.length;
	}

	push(timer: QueuedTimer): void {
		const heap = this.heap;
		let at = heap.length;
		heap.push(timer);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!before(timer, heap[parent]!)) break;
			heap[at] = heap[parent]!;
			at = parent;
		}
		heap[at] = timer;
	}

	peek(): QueuedTimer | undefined {
		return this.heap[0];
	}

	pop(): QueuedTimer | undefined {
		const heap = this.heap;
		const top = heap[0];
		const last = heap.pop();
		if (top === undefined || last === undefined || heap.length === 0) return top;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
			if (!before(heap[child]!, last)) break;
			heap[at] = heap[child]!;
			at = child;
		}
		heap[at] = last;
		return top;
	}
}

function before(a: QueuedTimer, b: QueuedTimer): boolean {
	return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.sequence < b.sequence);
}
