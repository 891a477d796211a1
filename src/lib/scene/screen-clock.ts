import type { Tempo } from '#lib/tempo/tempo.ts';

/** A moment of the picture: cluster time, and how long ago things were on the screen. */
export class ScreenClock {
	readonly nowMs: number;
	readonly #tempo: Tempo;
	readonly #screenNow: number;
	readonly #travels: boolean;

	constructor(nowMs: number, tempo: Tempo, reducedMotion: boolean) {
		this.nowMs = nowMs;
		this.#tempo = tempo;
		this.#screenNow = tempo.toScreen(nowMs);
		this.#travels = !reducedMotion;
	}

	/** Screen ms since a moment; negative before it. */
	since(clusterMs: number): number {
		return this.#screenNow - this.#tempo.toScreen(clusterMs);
	}

	/** Cluster time that was so long ago on the screen. */
	before(screenMs: number): number {
		return this.#tempo.toCluster(Math.max(0, this.#screenNow - screenMs));
	}

	/** Share of the way between two moments, 0 to 1, eased in and out; a step for those who want no motion. */
	travel(fromMs: number, toMs: number): number {
		const share = this.share(fromMs, toMs);
		if (!this.#travels) return share < 0.5 ? 0 : 1;
		return share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
	}

	/** The same, not eased. */
	share(fromMs: number, toMs: number): number {
		const from = this.#tempo.toScreen(fromMs);
		const to = this.#tempo.toScreen(toMs);
		if (to <= from) return this.nowMs >= toMs ? 1 : 0;
		return Math.min(1, Math.max(0, (this.#screenNow - from) / (to - from)));
	}

	/** 1 at a moment, falling to 0 over so much screen time; 0 before it. */
	glow(clusterMs: number, screenMs: number): number {
		if (this.nowMs < clusterMs) return 0;
		return Math.max(0, 1 - this.since(clusterMs) / screenMs);
	}
}
