import type { Seq } from '#lib/trace/event.ts';
import type { Kernel } from '../kernel/kernel.ts';

const periodMs = 1000;

/**
 * The pod lifecycle event generator: once a second the kubelet looks at what the runtime runs, and only then learns that a
 * container has started or ended. Looks that would find nothing new are not simulated.
 *
 * Models pkg/kubelet/pleg/generic.go Relist.
 */
export class Pleg {
	private readonly changed = new Map<string, Seq | null>();
	private readonly waiting: (() => void)[] = [];
	private scheduled = false;

	constructor(
		private readonly kernel: Kernel,
		/** When in each second this node looks: whole ms, so that the moments of its looks are exact. */
		private readonly phaseMs: number,
		private readonly onFound: (uid: string) => void
	) {}

	/** The runtime has something new about a Pod. */
	note(uid: string): void {
		this.changed.set(uid, this.kernel.cause);
		this.schedule();
	}

	/** When it looked last. */
	get lastLookMs(): number {
		const { nowMs } = this.kernel;
		return this.phaseMs + Math.floor((nowMs - this.phaseMs) / periodMs) * periodMs;
	}

	/** Calls back after the next look. */
	afterNextLook(then: () => void): void {
		const { cause } = this.kernel;
		this.waiting.push(() => this.kernel.because(cause, then));
		this.schedule();
	}

	private schedule(): void {
		if (this.scheduled) return;
		this.scheduled = true;
		this.kernel.after(this.lastLookMs + periodMs - this.kernel.nowMs, () => this.look());
	}

	private look(): void {
		this.scheduled = false;
		const found = [...this.changed];
		const waiting = this.waiting.splice(0);
		this.changed.clear();
		for (const [uid, cause] of found) this.kernel.because(cause, () => this.onFound(uid));
		for (const then of waiting) then();
	}
}
