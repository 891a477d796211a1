import type { Kernel } from '#lib/cluster/kernel/kernel.ts';

/** The cluster may work so long at a stretch before requests are looked at again, ms. */
const sliceMs = 10;

/** A cluster that has fallen so far behind gives the time up: its clock goes on from where it is. Ms. */
const mostBehindMs = 500;

/** So long at most until it looks again, ms: whatever a timer can hold. */
const longestNapMs = 60_000;

/**
 * Virtual time paced by real time: the cluster's next event fires when its moment has come on the wall, times the speed.
 * What comes from outside enters at the moment that is now. A cluster that can't keep up (a high speed, much to do) is late,
 * never ahead, and goes on answering.
 */
export class Pace {
	private fromMs = 0;
	private fromWallMs = 0;
	private timer: NodeJS.Timeout | undefined;
	private soon: NodeJS.Immediate | undefined;
	private stopped = false;

	/**
	 * @param speed cluster seconds per second
	 * @param afterwards called whenever the cluster has moved on
	 */
	constructor(
		private readonly kernel: Kernel,
		private speed: number,
		private readonly afterwards: () => void
	) {
		this.comeFrom();
		this.goOn();
	}

	/** Does something to the cluster, at the moment that is now. */
	enter(act: () => void): void {
		if (this.stopped) return;
		this.catchUp();
		this.kernel.because(null, act);
		this.goOn();
	}

	/** Lets so much of the cluster's time pass at once, ms. */
	skip(ms: number): void {
		this.catchUp();
		this.kernel.runUntil(this.kernel.nowMs + ms);
		this.comeFrom();
		this.goOn();
	}

	/** From now on the cluster lives faster, or slower. */
	changeSpeed(speed: number): void {
		this.catchUp();
		this.comeFrom();
		this.speed = speed;
		this.goOn();
	}

	stop(): void {
		this.stopped = true;
		this.rest();
	}

	/** Fires what is due; as much of it as may be done at a stretch. */
	private catchUp(): void {
		const { kernel, speed } = this;
		const startedMs = performance.now();
		const nowMs = this.fromMs + (startedMs - this.fromWallMs) * speed;
		for (let steps = 1; ; steps++) {
			const dueMs = kernel.nextDueMs;
			if (dueMs === undefined || dueMs > nowMs) {
				kernel.runUntil(nowMs);
				break;
			}
			try {
				kernel.step();
			} catch (error) {
				// One part that stumbles must not end the server.
				console.error(error);
			}
			if (steps % 16 === 0 && performance.now() - startedMs > sliceMs) break;
		}
		if (nowMs - kernel.nowMs > mostBehindMs * speed) this.comeFrom();
		this.afterwards();
	}

	/** Counts from here. */
	private comeFrom(): void {
		this.fromMs = this.kernel.nowMs;
		this.fromWallMs = performance.now();
	}

	/** Sleeps until the next event is due. */
	private goOn(): void {
		this.rest();
		const dueMs = this.kernel.nextDueMs;
		if (this.stopped || dueMs === undefined) return;
		const inMs = (dueMs - this.fromMs) / this.speed + this.fromWallMs - performance.now();
		const wake = (): void => {
			this.catchUp();
			this.goOn();
		};
		if (inMs <= 0) this.soon = setImmediate(wake);
		else this.timer = setTimeout(wake, Math.min(inMs, longestNapMs));
	}

	private rest(): void {
		clearTimeout(this.timer);
		clearImmediate(this.soon);
	}
}
