import { makeTempo } from '#lib/tempo/make-tempo.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { indexTrace, type TraceIndex } from '#lib/trace/state-at.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { beatsOf, type Beat } from '#lib/trace/beats.ts';
import type { Scenario } from '#lib/source/scenario.ts';

/** What happened, and how it is spread over the screen's time. */
export interface ShownRun {
	readonly trace: Trace;
	readonly index: TraceIndex;
	readonly tempo: Tempo;
}

/** A story that can be shown, with what was asked for. */
export interface Run extends ShownRun {
	readonly scenario: Scenario;
	readonly beats: readonly Beat[];
}

/** Prepares a trace for being shown, in lesson tempo. */
export function createRun(scenario: Scenario, trace: Trace): Run {
	return {
		scenario,
		trace,
		index: indexTrace(trace),
		tempo: makeTempo(trace, 'lesson'),
		beats: beatsOf(trace)
	};
}
