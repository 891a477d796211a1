interface Entry {
	delayMs: number;
	lastUpdateMs: number;
}

/**
 * Growing delays by key: 10 s, doubled each time, 5 min at most, forgotten after twice that.
 * Models client-go/util/flowcontrol/backoff.go as the kubelet sets it up (MaxContainerBackOff, backOffPeriod).
 */
export class Backoff {
	private readonly entries = new Map<string, Entry>();

	constructor(
		private readonly initialMs = 10_000,
		private readonly maxMs = 300_000
	) {}

	/** How much longer to wait, counted from a moment; 0 when there is nothing to wait for. */
	remainingMs(key: string, sinceMs: number, nowMs: number): number {
		const entry = this.entries.get(key);
		if (entry === undefined || this.expired(entry, sinceMs)) return 0;
		return Math.max(0, entry.delayMs - (nowMs - sinceMs));
	}

	/** As above, counted from the last failure. */
	remainingSinceUpdateMs(key: string, nowMs: number): number {
		const entry = this.entries.get(key);
		if (entry === undefined || this.expired(entry, nowMs)) return 0;
		return Math.max(0, entry.delayMs - (nowMs - entry.lastUpdateMs));
	}

	/** Another failure: the delay grows. */
	next(key: string, eventMs: number, nowMs: number): void {
		const entry = this.entries.get(key);
		if (entry === undefined || this.expired(entry, eventMs)) {
			this.entries.set(key, { delayMs: this.initialMs, lastUpdateMs: nowMs });
			return;
		}
		entry.delayMs = Math.min(this.maxMs, entry.delayMs * 2);
		entry.lastUpdateMs = nowMs;
	}

	delayMs(key: string): number {
		return this.entries.get(key)?.delayMs ?? 0;
	}

	private expired(entry: Entry, eventMs: number): boolean {
		return eventMs - entry.lastUpdateMs > 2 * this.maxMs;
	}
}
