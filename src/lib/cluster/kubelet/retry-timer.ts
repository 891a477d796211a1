import type { Timer } from '../kernel/event-queue.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Random } from '../kernel/random.ts';

/** One retry at a time: the queue of work holds each Pod once (pkg/kubelet/util/queue/work_queue.go). */
export class RetryTimer {
	private timer: Timer | undefined;

	constructor(
		private readonly kernel: Kernel,
		private readonly random: Random,
		private readonly then: () => void
	) {}

	/** After so many ms, up to half as long again; undefined: not at all. */
	in(ms: number | undefined): void {
		this.timer?.cancel();
		this.timer =
			ms === undefined
				? undefined
				: this.kernel.after(ms * (1 + this.random.next() / 2), this.then);
	}
}
