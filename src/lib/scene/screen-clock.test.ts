import { describe, expect, it } from 'vitest';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { ScreenClock } from './screen-clock.ts';

/** One ms of the cluster takes a second of the screen. */
const tempo: Tempo = {
	mode: 'lesson',
	durationMs: 10_000,
	startMs: 0,
	endMs: 10,
	toScreen: (ms) => ms * 1000,
	toCluster: (ms) => ms / 1000
};
const at = (ms: number, reducedMotion = false) => new ScreenClock(ms, tempo, reducedMotion);

describe('ScreenClock', () => {
	it('lets a message wait at its sender and travel in 900 ms', () => {
		expect(at(1).travel(0, 2)).toBe(0);
		expect(at(1.1).travel(0, 2)).toBeCloseTo(0, 9);
		expect(at(1.55).travel(0, 2)).toBeCloseTo(0.5, 9);
		expect(at(2).travel(0, 2)).toBe(1);
	});

	it('lets nothing travel for those who want no motion', () => {
		const shares = [1.2, 1.4, 1.6, 1.8].map((ms) => at(ms, true).travel(0, 2));
		expect(shares).toEqual([0, 0, 1, 1]);
		expect(at(1, true).glide(0, 2)).toBe(0);
	});

	it('lets a glow fall from 1 to 0, and none be there before its cause', () => {
		expect([0.9, 1, 1.25, 2].map((ms) => at(ms).glow(1, 500))).toEqual([0, 1, 0.5, 0]);
	});

	it('lets nothing glow of what was before the story', () => {
		const later: Tempo = { ...tempo, startMs: 3, toScreen: (ms) => Math.max(0, ms - 3) * 1000 };
		const clock = new ScreenClock(3, later, false);
		expect([2.9, 3].map((ms) => clock.glow(ms, 500))).toEqual([0, 1]);
		expect(clock.since(2)).toBe(Infinity);
	});

	it('knows what time it was so long ago on the screen', () => {
		expect(at(5).before(2000)).toBe(3);
		expect(at(1).before(2000)).toBe(0);
	});
});
