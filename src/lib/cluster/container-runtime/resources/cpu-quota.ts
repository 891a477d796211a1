/** In each period a container may compute for its quota, then waits for the next (cpu.max, kernel sched/fair.c). */
const periodMs = 100;

interface Stretch {
	readonly fromMs: number;
	readonly toMs: number;
}

/**
 * The CPU time of one thread under a container's limit: it computes until the quota of the period is used up, is throttled
 * until the next period, and goes on. Nothing is killed for it.
 */
export class CpuQuota {
	private readonly quotaMs: number;
	private freeAtMs = 0;
	private period = -1;
	private leftMs = 0;
	private computed: Stretch[] = [];
	private waited: Stretch[] = [];

	/** @param milliCpu the limit; undefined: none */
	constructor(milliCpu: number | undefined) {
		this.quotaMs = milliCpu === undefined ? Infinity : (milliCpu / 1000) * periodMs;
	}

	/** When so much CPU time will have been spent, after all that was asked for before. Cluster ms. */
	spend(nowMs: number, cpuMs: number): number {
		let atMs = Math.max(nowMs, this.freeAtMs);
		for (let rest = cpuMs; rest > 0;) {
			const period = Math.floor(atMs / periodMs);
			const nextMs = (period + 1) * periodMs;
			if (period !== this.period) [this.period, this.leftMs] = [period, this.quotaMs];
			const slice = toMicroseconds(Math.min(rest, this.leftMs, nextMs - atMs));
			const list = slice > 0 ? this.computed : this.waited;
			const toMs = slice > 0 ? toMicroseconds(atMs + slice) : nextMs;
			list.push({ fromMs: atMs, toMs });
			rest = toMicroseconds(rest - slice);
			this.leftMs -= slice;
			atMs = toMs;
		}
		return (this.freeAtMs = atMs);
	}

	/** What was computed and waited between two moments, ms; what was before is forgotten. */
	between(
		fromMs: number,
		toMs: number
	): { readonly computedMs: number; readonly waitedMs: number } {
		const sum = (list: readonly Stretch[]): number =>
			list.reduce(
				(all, one) => all + Math.max(0, Math.min(toMs, one.toMs) - Math.max(fromMs, one.fromMs)),
				0
			);
		const later = (one: Stretch): boolean => one.toMs > fromMs;
		this.computed = this.computed.filter(later);
		this.waited = this.waited.filter(later);
		return { computedMs: sum(this.computed), waitedMs: sum(this.waited) };
	}

	/** There is work up to then. */
	get busyUntilMs(): number {
		return this.freeAtMs;
	}
}

function toMicroseconds(ms: number): number {
	return Math.round(ms * 1000) / 1000;
}
