import { lessonTranscript } from '#lib/classroom/transcript/lesson-transcript.ts';
import type { LessonView } from '#lib/lessons/lesson-view.ts';
import { captionAt } from '#lib/scene/caption.ts';
import { createPoster } from '#lib/stage/poster.ts';
import { createRun } from '#lib/stage/run.ts';
import { pageLinks } from './page-links.server.ts';
import { recordedLesson } from './recorded-lesson.server.ts';

/** What the page of a recording needs, made while the site is built; undefined when there is no such page. */
export async function recordingView(id: string): Promise<LessonView | undefined> {
	const recorded = await recordedLesson(id);
	if (!recorded) return undefined;
	const { lesson, trace } = recorded;
	const run = createRun(lesson.scenario, trace);
	return {
		...lesson,
		links: pageLinks(),
		poster: createPoster(run, captionAt, {}),
		transcript: lessonTranscript(run, captionAt, 'en')
	};
}
