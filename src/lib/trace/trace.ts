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
}

export interface Trace {
	readonly header: TraceHeader;
	/** In order of `seq`; `events[i].seq === i`. */
	readonly events: readonly TraceEvent[];
}
