import { describe, expect, it } from 'vitest';
import { rolloutScenario, type Strategy } from '#lib/source/rollout-scenario.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import { simulate } from '#lib/source/simulate.ts';
import { comparisonTempo } from '#lib/tempo/comparison-tempo.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { textFaults } from '../fixture/text-faults.ts';
import { sceneToSvg } from '../svg.ts';
import { themes } from '../tokens.ts';
import type { ComparedSide } from './compared-side.ts';
import { comparison } from './comparison.ts';
import { comparisonBeats, comparisonTimeline } from './comparison-timeline.ts';

const nodes = ['worker-1', 'worker-2', 'worker-3'].map((name) => ({
	name,
	cpu: '2',
	memory: '3610176Ki'
}));
const strategies: readonly Strategy[] = ['RollingUpdate', 'Recreate'];
const sides = strategies.map((strategy, i): ComparedSide => {
	const trace = simulate(rolloutScenario(usualSettings, strategy, nodes));
	return { key: i === 0 ? 'left' : 'right', title: strategy, note: '', index: indexTrace(trace) };
});
const tempo = comparisonTempo(sides.map(({ index }) => index.trace));
const storyMs = (ms: number) => tempo.startMs + ms;
const draw = (ms: number, width = 1280, height = 510) =>
	comparison(sides, storyMs(ms), { width, height, locale: 'en', tempo });

describe('the picture of a comparison', () => {
	it.each([0, 7000, 8100, 8700, 11_300, 15_000])('is as reviewed at %i ms', async (ms) => {
		await expect(sceneToSvg(draw(ms), themes.light)).toMatchFileSnapshot(
			`../../../../tests/snapshots/compare/${String(ms).padStart(5, '0')}.svg`
		);
	});

	it('has no two marks under one key, at any moment', () => {
		for (let ms = 0; ms < 20_000; ms += 487) {
			const keys = draw(ms).marks.map(({ key }) => key);
			expect(new Set(keys).size, `at ${ms}`).toBe(keys.length);
		}
	});

	it.each([
		[1280, 510],
		[848, 480],
		[390, 736]
	])('lets no two texts touch at %i × %i', (width, height) => {
		for (const ms of [0, 6000, 8300, 8700, 12_000, 19_000]) {
			expect(textFaults(draw(ms, width, height)), `at ${ms}`).toEqual([]);
		}
	});

	it('is the same for the same moment, whatever was drawn before', () => {
		const once = draw(9000);
		draw(15_000);
		draw(1000);
		expect(draw(9000)).toEqual(once);
	});

	it('gives what stands on a side keys and subjects of that side', () => {
		const marks = draw(9000).marks.filter(({ key }) => key !== 'ground');
		for (const { key, subject } of marks) {
			expect(key).toMatch(/^(left|right)\//);
			if (subject) expect(subject.split('/')[0]).toBe(key.split('/')[0]);
		}
	});
});

describe('the timeline of a comparison', () => {
	it('names the command, the first Pod that goes, the first that comes, and both ends', () => {
		const labels = comparisonBeats(sides, 'en').map(({ label }) => label);
		expect(new Set(labels)).toEqual(
			new Set([
				'apply',
				'set image',
				'first old ends',
				'first new ready',
				'done: RollingUpdate',
				'done: Recreate'
			])
		);
	});

	it('lies within its width', () => {
		const { bars, ticks } = comparisonTimeline(sides, tempo, {
			width: 860,
			barHeight: 30,
			locale: 'en'
		});
		for (const { x } of [...bars, ...ticks]) expect(x).toBeLessThanOrEqual(860);
	});
});
