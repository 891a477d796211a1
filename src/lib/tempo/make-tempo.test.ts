import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPodTrace } from '#lib/trace/fixture/create-pod.ts';
import { manyEventsTrace } from '#lib/trace/fixture/many-events.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import { makeTempo } from './make-tempo.ts';
import type { TempoMode } from './tempo.ts';

const traces = { 'one Pod': createPodTrace(), 'many pods': manyEventsTrace(2000) };
const modes: TempoMode[] = ['lesson', 'even', 'true'];

describe.each(modes)('tempo %s', (mode) => {
	describe.each(Object.entries(traces))('of %s', (_, trace) => {
		const tempo = makeTempo(trace, mode);
		const { startMs, endMs } = trace.header;
		const moment = fc.double({ min: startMs, max: endMs, noNaN: true });

		it('rises strictly', () => {
			fc.assert(
				fc.property(moment, moment, (a, b) => {
					if (b - a > 1e-6) expect(tempo.toScreen(b)).toBeGreaterThan(tempo.toScreen(a));
				})
			);
		});

		it('can be inverted', () => {
			fc.assert(
				fc.property(moment, (ms) => {
					expect(tempo.toCluster(tempo.toScreen(ms))).toBeCloseTo(ms, 6);
				})
			);
		});

		it('begins at 0 and ends at its duration', () => {
			expect(tempo.toScreen(startMs)).toBe(0);
			expect(tempo.toScreen(endMs)).toBe(tempo.durationMs);
			expect(tempo.toScreen(startMs - 1)).toBe(0);
		});
	});
});

describe('lesson tempo', () => {
	const trace = traces['one Pod'];
	const tempo = makeTempo(trace, 'lesson');

	it('gives each message of the story at least 450 ms', () => {
		const ranks = ranksOf(trace);
		for (const event of trace.events) {
			if (event.kind !== 'message' || ranks[event.seq] !== 'story') continue;
			const screenMs = tempo.toScreen(event.receivedAtMs) - tempo.toScreen(event.sentAtMs);
			expect(screenMs, `message ${event.seq}`).toBeGreaterThanOrEqual(450);
		}
	});

	it('tells of one Pod in 45 to 75 s', () => {
		expect(tempo.durationMs).toBeGreaterThan(45_000);
		expect(tempo.durationMs).toBeLessThan(75_000);
	});

	it('never lasts longer than four minutes', () => {
		expect(makeTempo(traces['many pods'], 'lesson').durationMs).toBeLessThanOrEqual(240_001);
	});
});

describe('true tempo', () => {
	it('takes one ms for one ms', () => {
		const trace = traces['one Pod'];
		const { startMs, endMs } = trace.header;
		expect(makeTempo(trace, 'true').durationMs).toBe(endMs - startMs);
	});
});
