import { lessonTranscript } from '#lib/classroom/transcript/lesson-transcript.ts';
import { recordingOf } from '#lib/lessons/recorded-lessons.ts';
import type { LessonView } from '#lib/lessons/lesson-view.ts';
import { createPoster } from '#lib/stage/poster.ts';
import { pageLinks } from './page-links.server.ts';
import { playedLesson } from './played-lesson.server.ts';

/** What the page of a lesson needs, made while the site is built; undefined when there is no such lesson. */
export function lessonView(id: string): LessonView | undefined {
	const played = playedLesson(id);
	if (!played) return undefined;
	const { lesson, run, captionAt } = played;
	const { facts: _, ...shown } = lesson;
	const recording = recordingOf(id);
	return {
		...shown,
		...(recording && { recording }),
		links: pageLinks(),
		poster: createPoster(run, captionAt, lesson),
		transcript: lessonTranscript(run, captionAt, 'en')
	};
}
