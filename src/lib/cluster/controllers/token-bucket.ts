/**
 * Lets `burst` through at once and then `perSecond`. Models golang.org/x/time/rate, which client-go's flowcontrol and
 * workqueue use.
 */
export class TokenBucket {
	private tokens: number;
	private lastMs = 0;

	constructor(
		private readonly perSecond: number,
		private readonly burst: number
	) {
		this.tokens = burst;
	}

	/** Takes a token, if need be one to come; how long to wait for it, ms. */
	take(nowMs: number): number {
		this.refill(nowMs);
		this.tokens -= 1;
		return this.tokens >= 0 ? 0 : (-this.tokens / this.perSecond) * 1000;
	}

	/** Takes a token if there is one. */
	tryTake(nowMs: number): boolean {
		this.refill(nowMs);
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}

	private refill(nowMs: number): void {
		const gained = ((nowMs - this.lastMs) / 1000) * this.perSecond;
		this.tokens = Math.min(this.burst, this.tokens + gained);
		this.lastMs = nowMs;
	}
}
