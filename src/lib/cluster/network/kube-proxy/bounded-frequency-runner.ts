import type { Kernel } from '../../kernel/kernel.ts';

/**
 * Runs something soon after it was asked for, but leaves at least `minIntervalMs` between the end of one run and the start of
 * the next; what is asked for meanwhile is done by that next one.
 *
 * Models pkg/proxy/runner/bounded_frequency_runner.go. The run that upstream makes once an hour without being asked is left
 * out: it would change nothing.
 */
export class BoundedFrequencyRunner {
	private waiting = false;
	private wanted = false;

	constructor(
		private readonly kernel: Kernel,
		private readonly minIntervalMs: number,
		/** Calls back when it is done. */
		private readonly work: (onDone: () => void) => void
	) {}

	run(): void {
		if (this.waiting) {
			this.wanted = true;
			return;
		}
		this.waiting = true;
		this.work(() => this.coolDown());
	}

	private coolDown(): void {
		this.kernel.after(this.minIntervalMs, () => {
			this.waiting = false;
			if (!this.wanted) return;
			this.wanted = false;
			this.run();
		});
	}
}
