import { lessonCaptionAt } from '#lib/lessons/lesson-caption.ts';
import { lessonEntries } from '#lib/lessons/index.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { LessonView } from '#lib/stage/lesson-view.ts';
import { createPoster } from '#lib/stage/poster.ts';
import { createRun } from '#lib/stage/run.ts';
import { pageLinks } from './page-links.server.ts';

/** What the page of a lesson needs, made while the site is built; undefined when there is no such lesson. */
export async function lessonView(id: string): Promise<LessonView | undefined> {
	const lesson = await lessonEntries.find((entry) => entry.id === id)?.load();
	if (!lesson) return undefined;
	const run = createRun(lesson.scenario, simulate(lesson.scenario));
	return {
		id,
		scenario: lesson.scenario,
		showWatches: lesson.showWatches ?? false,
		lessons: pageLinks(),
		poster: createPoster(
			run,
			(index, atMs, locale) => lessonCaptionAt(lesson, index, atMs, locale),
			lesson.showWatches ?? false
		)
	};
}
