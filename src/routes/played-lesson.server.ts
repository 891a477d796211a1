import { lessonCaptionAt } from '#lib/lessons/lesson-caption.ts';
import { lessons } from '#lib/lessons/index.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { simulate } from '#lib/source/simulate.ts';
import type { CaptionAt } from '#lib/stage/lesson-view.ts';
import { createRun, type Run } from '#lib/stage/run.ts';

/** A lesson that has run, with what it says. */
export interface PlayedLesson {
	readonly lesson: Lesson;
	readonly run: Run;
	readonly captionAt: CaptionAt;
}

const played = new Map<string, PlayedLesson>();

/** Runs a lesson once, while the site is built; undefined when there is no such lesson. */
export function playedLesson(id: string): PlayedLesson | undefined {
	const known = played.get(id);
	if (known) return known;
	const lesson = lessons.find((each) => each.id === id);
	if (!lesson) return undefined;
	const run = createRun(lesson.scenario, simulate(lesson.scenario));
	const captionAt: CaptionAt = (index, atMs, locale) =>
		lessonCaptionAt(lesson, index, atMs, locale);
	const one = { lesson, run, captionAt };
	played.set(id, one);
	return one;
}
