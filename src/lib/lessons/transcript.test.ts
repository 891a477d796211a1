import { describe, expect, it } from 'vitest';
import { lessonTranscript } from '#lib/classroom/transcript/lesson-transcript.ts';
import { locales } from '#lib/i18n/locale.ts';
import { timeline } from '#lib/scene/timeline.ts';
import { simulate } from '#lib/source/simulate.ts';
import { createRun } from '#lib/stage/run.ts';
import { lessons } from './index.ts';
import { lessonCaptionAt } from './lesson-caption.ts';

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
	'the text of %s',
	(_, lesson) => {
		const run = createRun(lesson.scenario, simulate(lesson.scenario));
		const { trace, tempo } = run;

		it.each(locales)('has every beat and every cue of the lesson in %s', (locale) => {
			const lines = lessonTranscript(
				run,
				(index, atMs, spoken) => lessonCaptionAt(lesson, index, atMs, spoken),
				locale
			);
			const { ticks } = timeline(trace, tempo, { width: 900, barHeight: 30, locale });
			for (const { atMs, label } of ticks) {
				const line = lines.find((each) => each.atMs === atMs - tempo.startMs);
				expect(line?.beats, `${label} at ${atMs}`).toContain(label);
			}
			const told = lines.map(({ sentence }) => sentence);
			for (const cue of Object.values(lesson.texts[locale].cues)) expect(told).toContain(cue);
		});
	}
);
