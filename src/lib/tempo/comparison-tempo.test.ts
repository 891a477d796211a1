import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rolloutTrace } from '#lib/trace/fixture/rollout.ts';
import { comparisonTempo } from './comparison-tempo.ts';

describe('the tempo of a comparison', () => {
	const trace = rolloutTrace();
	const longer = { ...trace, header: { ...trace.header, endMs: 14_000 } };
	const tempo = comparisonTempo([trace, longer]);
	const moment = fc.double({ min: 2000, max: 14_000, noNaN: true });

	it('lasts from the first start to the last end', () => {
		expect([tempo.startMs, tempo.endMs]).toEqual([2000, 14_000]);
		expect(tempo.toScreen(14_000)).toBe(tempo.durationMs);
	});

	it('rises strictly and can be inverted', () => {
		fc.assert(
			fc.property(moment, moment, (a, b) => {
				if (b - a > 1e-6) expect(tempo.toScreen(b)).toBeGreaterThan(tempo.toScreen(a));
				expect(tempo.toCluster(tempo.toScreen(a))).toBeCloseTo(a, 6);
			})
		);
	});

	it('takes longer for a moment in which Pods change than for a quiet one', () => {
		const lasts = (fromMs: number) => tempo.toScreen(fromMs + 100) - tempo.toScreen(fromMs);
		expect(lasts(4000)).toBeGreaterThan(3 * lasts(8000));
	});

	it('never lasts longer than a minute and a half', () => {
		const long = { ...trace, header: { ...trace.header, endMs: 900_000 } };
		expect(comparisonTempo([long]).durationMs).toBeLessThanOrEqual(90_001);
	});
});
