import type { Tempo } from '#lib/tempo/tempo.ts';

const longestTravelMs = 900;

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

	/** Screen ms since a moment; negative before it. What was before the story was never on the screen: for ever ago. */
	since(clusterMs: number): number {
		const { startMs } = this.#tempo;
		if (clusterMs < startMs && this.nowMs >= startMs) return Infinity;
		return this.#screenNow - this.#tempo.toScreen(clusterMs);
	}

	/** Cluster time that was so long ago on the screen. */
	before(screenMs: number): number {
		return this.#tempo.toCluster(Math.max(0, this.#screenNow - screenMs));
	}

	/**
	 * Share of a message's way, 0 to 1, eased in and out. It takes at most 900 ms: where a caption needs longer to be read,
	 * the message waits at its sender. A step for those who want no motion.
	 */
	travel(sentAtMs: number, receivedAtMs: number): number {
		const to = this.#tempo.toScreen(receivedAtMs);
		const from = Math.max(this.#tempo.toScreen(sentAtMs), to - longestTravelMs);
		const share = this.#shareOf(from, to, receivedAtMs);
		if (!this.#travels) return share < 0.5 ? 0 : 1;
		return easeInOut(share);
	}

	/** Share of a way that something takes as long for as there is time, eased in and out. */
	glide(fromMs: number, toMs: number): number {
		const share = this.#shareOf(this.#tempo.toScreen(fromMs), this.#tempo.toScreen(toMs), toMs);
		if (!this.#travels) return share < 1 ? 0 : 1;
		return easeInOut(share);
	}

	#shareOf(from: number, to: number, toMs: number): number {
		if (to <= from) return this.nowMs >= toMs ? 1 : 0;
		return Math.min(1, Math.max(0, (this.#screenNow - from) / (to - from)));
	}

	/** 1 at a moment, falling to 0 over so much screen time; 0 before it. */
	glow(clusterMs: number, screenMs: number): number {
		if (this.nowMs < clusterMs) return 0;
		return Math.max(0, 1 - this.since(clusterMs) / screenMs);
	}
}

function easeInOut(share: number): number {
	return share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
}
