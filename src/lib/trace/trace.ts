import type { TraceEvent } from './event.ts';

/** What a trace says about itself; the first line of the JSON Lines form. */
export interface TraceHeader {
	readonly format: 'kinetes-trace';
	readonly version: 1;
	/** Upstream version modelled, e.g. `1.35.4`. */
	readonly kubernetes: string;
	readonly seed: number;
	/** RFC 3339: what `atMs` 0 is called on the cluster's own clock. */
	readonly epoch: string;
	readonly nodes: readonly {
		readonly name: string;
		readonly cpu: string;
		readonly memory: string;
		readonly pods: number;
	}[];
	/** When the last event arrives or the run was cut, ms. */
	readonly endMs: number;
	/** Where the story starts: events before it built the cluster. Ms. */
	readonly startMs: number;
	/** The commands and files that were given. */
	readonly input: unknown;
	/** Where it comes from; left out: it was simulated. */
	readonly source?: TraceSource;
}

export type TraceSource = { readonly type: 'simulated' } | RecordedSource;

/** A real cluster that was recorded, as far as the recording says. */
export interface RecordedSource {
	readonly type: 'recorded';
	/** What the recording is called, and what was done. */
	readonly story: string;
	readonly description: string;
	/** The software that ran, with versions. */
	readonly software: string;
	/** Which of how many runs of the story, counted from 1. */
	readonly run: number;
	readonly runs: number;
	/** RFC 3339, or a part of it such as `2026-11`; null: the recording doesn't say. */
	readonly date: string | null;
	/** What it ran on; null: the recording doesn't say. */
	readonly machine: string | null;
	/** Times are no more exact than this, ms. */
	readonly precisionMs: number;
}

export interface Trace {
	readonly header: TraceHeader;
	/** In order of `seq`; `events[i].seq === i`. */
	readonly events: readonly TraceEvent[];
}
