import type { RecordingOrder } from '#lib/source/recorded/play-recording.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { TraceEvent } from '#lib/trace/event.ts';
import type { TraceHeader } from '#lib/trace/trace.ts';

/** What the page asks of the worker: to run a scenario, or to play what was recorded. */
export type SimulationOrder = { readonly id: number } & (
	| {
			readonly scenario: Scenario;
			/** Run for nothing but to have run: the second time is quicker. Answered with `done` alone. */
			readonly isRehearsal?: boolean;
	  }
	| { readonly recording: RecordingOrder }
);

/** What the worker answers: one header, the events in pieces, `done`; or what went wrong. */
export type SimulationNews = { readonly id: number } & (
	| { readonly type: 'header'; readonly header: TraceHeader }
	| { readonly type: 'events'; readonly events: readonly TraceEvent[] }
	| { readonly type: 'done' }
	| { readonly type: 'failed'; readonly message: string }
);
