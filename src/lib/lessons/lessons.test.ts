import { describe, expect, it } from 'vitest';
import { locales } from '#lib/i18n/locale.ts';
import { simulate } from '#lib/source/simulate.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import { indexTrace } from '#lib/trace/state-at.ts';
import { lessons } from './index.ts';
import { lessonCaptionAt } from './lesson-caption.ts';
import { findMoment } from './moment.ts';
import { questionMoments } from './question-moments.ts';
import { refute } from './refute.ts';
import { rightAnswers } from './right-answers.ts';

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (_, lesson) => {
	const trace = simulate(lesson.scenario);

	it.each(lesson.facts.map((fact) => [JSON.stringify(fact), fact] as const))(
		'claims what its recording shows: %s',
		(_, fact) => {
			expect(refute(trace, fact)).toBeNull();
		}
	);

	it('asks something, and exactly one answer turns out to be right, whatever the seed', () => {
		expect(lesson.questions.length).toBeGreaterThan(0);
		for (const recorded of [
			trace,
			...[2, 3].map((seed) => simulate({ ...lesson.scenario, seed }))
		]) {
			for (const question of lesson.questions) {
				expect(rightAnswers(question, recorded)).toHaveLength(1);
				expect(questionMoments(question, recorded)).toBeDefined();
			}
		}
	});

	it('says everything in all three languages, with a note for each cue', () => {
		const { en } = lesson.texts;
		const names = [...new Set(lesson.cues.map(({ say }) => say))].sort();
		for (const locale of locales) {
			const text = lesson.texts[locale];
			expect(Object.keys(text.notes).sort()).toEqual(names);
			expect(text.summary).not.toBe(text.title);
			if (locale !== 'en') expect(text.summary).not.toBe(en.summary);
		}
		expect(lesson.texts['zh-Hant'].summary).not.toBe(lesson.texts['zh-Hans'].summary);
	});

	it('claims nothing that hangs on chance: other seeds do not refute it', () => {
		for (const seed of [2, 3]) {
			const other = simulate({ ...lesson.scenario, seed });
			expect(lesson.facts.map((fact) => refute(other, fact))).toEqual(lesson.facts.map(() => null));
			expect(lesson.cues.every(({ when }) => findMoment(other, when))).toBe(true);
		}
	});

	it('has for every cue a moment in its recording, in order', () => {
		const moments = lesson.cues.map(({ when }) => findMoment(trace, when)?.seq);
		expect(moments.every((seq) => seq !== undefined)).toBe(true);
		expect(moments).toEqual([...moments].sort((a, b) => a! - b!));
	});

	it.each(locales)('says each of its cues at its moment in %s', (locale) => {
		const index = indexTrace(trace);
		for (const { when } of lesson.cues) {
			const { atMs } = findMoment(trace, when)!;
			const caption = lessonCaptionAt(lesson, index, atMs, locale);
			expect(caption.sentence).not.toContain('{');
			expect(caption.sentence.length).toBeGreaterThan(5);
		}
	});

	it.each(locales)('says each of its cues long enough to be read in %s', (locale) => {
		const index = indexTrace(trace);
		const { toScreen, toCluster } = makeTempo(trace, 'lesson');
		for (const { when } of lesson.cues) {
			const { atMs } = findMoment(trace, when)!;
			const { sentence } = lessonCaptionAt(lesson, index, atMs, locale);
			const later = toCluster(toScreen(atMs) + 1900);
			expect(lessonCaptionAt(lesson, index, later, locale).sentence).toBe(sentence);
		}
	});
});
