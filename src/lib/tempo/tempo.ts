/** `lesson`: each beat gets its time; `even`: each event gets the same; `true`: one ms is one ms. */
export type TempoMode = 'lesson' | 'even' | 'true';

/** Maps cluster time to screen time at speed 1×, piecewise linear, strictly increasing, both ways. */
export interface Tempo {
	readonly mode: TempoMode;
	/** How long the story lasts on the screen at 1×, ms. */
	readonly durationMs: number;
	/** Cluster time of the story's start and end: what screen 0 and `durationMs` stand for. */
	readonly startMs: number;
	readonly endMs: number;
	/** Clamped to the story. */
	toScreen(clusterMs: number): number;
	/** Clamped to the story. */
	toCluster(screenMs: number): number;
}
