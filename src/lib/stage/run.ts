import { makeTempo } from '#lib/tempo/make-tempo.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { indexTrace, type TraceIndex } from '#lib/trace/state-at.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { beatsOf, type Beat } from '#lib/trace/beats.ts';
import type { Scenario } from '#lib/source/scenario.ts';

/** A story that can be shown: what was asked for, what came of it, and how it is spread over the screen's time. */
export interface Run {
	readonly scenario: Scenario;
	readonly trace: Trace;
	readonly index: TraceIndex;
	readonly tempo: Tempo;
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
