import { lessons } from '#lib/lessons/index.ts';
import { lessonCaptionAt } from '#lib/lessons/lesson-caption.ts';
import type { LessonView } from '#lib/lessons/lesson-view.ts';
import { simulate } from '#lib/source/simulate.ts';
import { createPoster } from '#lib/stage/poster.ts';
import { createRun } from '#lib/stage/run.ts';
import { pageLinks } from './page-links.server.ts';

/** What the page of a lesson needs, made while the site is built; undefined when there is no such lesson. */
export function lessonView(id: string): LessonView | undefined {
	const lesson = lessons.find((each) => each.id === id);
	if (!lesson) return undefined;
	const { facts: _, ...shown } = lesson;
	const run = createRun(lesson.scenario, simulate(lesson.scenario));
	return {
		...shown,
		links: pageLinks(),
		poster: createPoster(
			run,
			(index, atMs, locale) => lessonCaptionAt(lesson, index, atMs, locale),
			lesson.showWatches ?? false
		)
	};
}
