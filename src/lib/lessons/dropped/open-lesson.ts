import type { Locale } from '#lib/i18n/locale.ts';
import type { LessonLink } from '#lib/stage/lesson-view.ts';
import { createPoster } from '#lib/stage/poster.ts';
import { createRun } from '#lib/stage/run.ts';
import { Simulator } from '#lib/stage/simulation/simulator.ts';
import { lessonCaptionAt } from '../lesson-caption.ts';
import type { Lesson } from '../lesson.ts';
import type { LessonView } from '../lesson-view.ts';
import { Problems, type LessonProblem } from '../reading/problem.ts';
import { readLesson } from '../reading/read-lesson.ts';

/** A lesson of someone's own, ready to be shown, or all that is wrong with it. */
export type OpenedLesson =
	| { readonly view: LessonView; readonly problems?: undefined }
	| { readonly view?: undefined; readonly problems: readonly LessonProblem[] };

/** Reads a lesson of someone's own, plays it once, and makes of it what a page shows. */
export async function openLesson(
	files: Readonly<Record<string, string>>,
	links: readonly LessonLink[],
	locale: Locale
): Promise<OpenedLesson> {
	const { lesson, problems } = readLesson(files, locale);
	if (problems) return { problems };
	const simulator = new Simulator();
	try {
		const trace = await simulator.simulate(lesson.scenario);
		return { view: viewOf(lesson, createRun(lesson.scenario, trace), links) };
	} catch (error) {
		const failed = new Problems(locale);
		const place = { file: 'lesson.yaml', line: 1, column: 1 };
		failed.add(place, 'doesNotPlay', { reason: error instanceof Error ? error.message : '' });
		return { problems: failed.found };
	} finally {
		simulator.close();
	}
}

function viewOf(
	{ facts: _, ...lesson }: Lesson,
	run: ReturnType<typeof createRun>,
	links: readonly LessonLink[]
): LessonView {
	// A name that no lesson of Kinetes has, so that nobody takes one for the other.
	const id = `own-${lesson.id}`;
	const { en, 'zh-Hant': hant, 'zh-Hans': hans } = lesson.texts;
	const title = { en: en.title, 'zh-Hant': hant.title, 'zh-Hans': hans.title };
	return {
		...lesson,
		id,
		links: [...links, { id, title, href: '' }],
		poster: createPoster(
			run,
			(index, atMs, spoken) => lessonCaptionAt(lesson, index, atMs, spoken),
			lesson
		)
	};
}
