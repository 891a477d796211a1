import { lessonEntries } from '#lib/lessons/index.ts';
import type { CaptionAt } from '#lib/stage/lesson-view.ts';

/** Loads what a lesson says, apart from the page: it stands on the trace, which comes later than the first picture. */
export async function loadCaption(id: string): Promise<CaptionAt> {
	const [{ lessonCaptionAt }, { captionAt }, lesson] = await Promise.all([
		import('#lib/lessons/lesson-caption.ts'),
		import('#lib/scene/caption.ts'),
		lessonEntries.find((entry) => entry.id === id)?.load()
	]);
	if (!lesson) return captionAt;
	return (index, atMs, locale) => lessonCaptionAt(lesson, index, atMs, locale);
}
