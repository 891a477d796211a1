import { describe, expect, it, vi } from 'vitest';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import { comparison } from '#lib/scene/compare/comparison.ts';
import { comparisonBeats, comparisonTimeline } from '#lib/scene/compare/comparison-timeline.ts';
import type { ComparedSide } from '#lib/scene/compare/compared-side.ts';
import { textFaults } from '#lib/scene/fixture/text-faults.ts';
import type { Scene } from '#lib/scene/mark.ts';
import type { SceneOptions } from '#lib/scene/options.ts';
import { scene } from '#lib/scene/scene.ts';
import { textWidth } from '#lib/scene/text-width.ts';
import { timeline, type Timeline } from '#lib/scene/timeline.ts';
import { rolloutScenario } from '#lib/source/rollout-scenario.ts';
import { usualSettings } from '#lib/source/rollout-settings.ts';
import { simulate } from '#lib/source/simulate.ts';
import { comparisonTempo } from '#lib/tempo/comparison-tempo.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { beatsOf } from '#lib/trace/beats.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { lessons } from './index.ts';
import { threeWorkers } from './workers.ts';

/** Every sentence of the picture twice as long: another language, or words that nobody has thought of yet. */
const doubling = vi.hoisted(() => ({ on: false }));

vi.mock('#lib/i18n/message.ts', async (original) => {
	const real = await original<typeof import('#lib/i18n/message.ts')>();
	const doubled =
		(say: (...asked: never[]) => string) =>
		(...asked: never[]) => {
			const text = say(...asked);
			return doubling.on ? `${text} ${text}` : text;
		};
	return {
		...real,
		message: doubled(real.message as (...asked: never[]) => string),
		formatMessage: doubled(real.formatMessage as (...asked: never[]) => string)
	};
});

type Drawn = Pick<SceneOptions, 'width' | 'height' | 'locale' | 'projector'>;

/** What is left for the picture at 1280 × 720 and 1920 × 1080: on the page, in large type, presented. */
const sizes = [
	{ width: 1280, height: 510, projector: false },
	{ width: 1920, height: 765, projector: false },
	{ width: 1280, height: 480, projector: true },
	{ width: 1920, height: 720, projector: true },
	{ width: 1188, height: 540, projector: true }
];
const plain = locales.flatMap((locale) => sizes.map((size): Drawn => ({ ...size, locale })));

/**
 * Draws at moments in every way. At each moment one way after the other has its turn, so that all of them are seen in every
 * part of the story; where one finds a fault, the story has it.
 */
function faults(
	moments: readonly number[],
	ways: readonly Drawn[],
	draw: (ms: number, way: Drawn) => Scene
) {
	const found = new Set<string>();
	moments.forEach((ms, i) => {
		for (let turn = i % 2; turn < ways.length; turn += 2) {
			const way = ways[turn]!;
			const where = `${way.locale} ${way.width}${way.projector ? ' large' : ''}`;
			for (const fault of textFaults(draw(ms, way))) found.add(`${where}: ${fault}`);
		}
	});
	return [...found];
}

function twiceAsLong<Result>(measure: () => Result): Result {
	doubling.on = true;
	try {
		return measure();
	} finally {
		doubling.on = false;
	}
}

/** Labels of a timeline that touch. */
function touching({ ticks }: Timeline, projector: boolean): string[] {
	const size = projector ? 11 * 1.35 : 11;
	const labels = ticks
		.filter(({ labelled }) => labelled)
		.map(({ x, label }) => {
			const half = textWidth(label, { size, font: 'sans', weight: 600 }) / 2;
			return { label, from: x - half, to: x + half };
		});
	return labels.slice(1).flatMap(({ from, label }, i) => (from > labels[i]!.to ? [] : [label]));
}

function timelineFaults(make: (locale: Locale, projector: boolean) => Timeline): string[] {
	return locales.flatMap((locale) =>
		[false, true].flatMap((projector) => touching(make(locale, projector), projector))
	);
}

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
	'the labels of %s',
	(_, lesson) => {
		const trace = simulate(lesson.scenario);
		const index = indexTrace(trace);
		const tempo = makeTempo(trace, 'lesson');
		const moments = [...new Set(beatsOf(trace).flatMap(({ atMs }) => [atMs, atMs + 0.5]))];
		const { inside } = lesson;
		const draw = (ms: number, way: Drawn) =>
			scene(index, ms, { ...way, tempo, ...(inside && { inside }) });

		it('neither touch nor run out of their boxes or the picture at any beat, in any language and size', () => {
			expect(faults(moments, plain, draw)).toEqual([]);
		});

		it('are cut where there is no room for twice as long a text', () => {
			const some = moments.filter((_, i) => i % 3 === 0);
			expect(twiceAsLong(() => faults(some, plain, draw))).toEqual([]);
		});

		it('leave each other room on the timeline', () => {
			const make = (locale: Locale, projector: boolean) =>
				timeline(trace, tempo, { width: 860, barHeight: 30, locale, projector });
			expect(timelineFaults(make)).toEqual([]);
			expect(twiceAsLong(() => timelineFaults(make))).toEqual([]);
		});
	}
);

describe('the labels of the comparison', () => {
	const sides = (['RollingUpdate', 'Recreate'] as const).map((strategy, i): ComparedSide => {
		const trace = simulate(rolloutScenario(usualSettings, strategy, threeWorkers));
		const note = 'maxSurge 25%, maxUnavailable 25%';
		return { key: i === 0 ? 'left' : 'right', title: strategy, note, index: indexTrace(trace) };
	});
	const tempo = comparisonTempo(sides.map(({ index }) => index.trace));
	const moments = Array.from({ length: tempo.durationMs / 1500 }, (_, i) =>
		tempo.toCluster(i * 1500)
	);
	const beats = comparisonBeats(sides, 'en').map(({ atMs }) => atMs);
	const draw = (ms: number, way: Drawn) => comparison(sides, ms, { ...way, tempo });

	it('neither touch nor run out of their boxes or the picture, in any language and size', () => {
		expect(faults([...beats, ...moments], plain, draw)).toEqual([]);
	});

	it('are cut where there is no room for twice as long a text', () => {
		expect(twiceAsLong(() => faults(beats, plain, draw))).toEqual([]);
	});

	it('leave each other room on the timeline', () => {
		const make = (locale: Locale, projector: boolean) =>
			comparisonTimeline(sides, tempo, { width: 760, barHeight: 30, locale, projector });
		expect(timelineFaults(make)).toEqual([]);
		expect(twiceAsLong(() => timelineFaults(make))).toEqual([]);
	});
});
