import { resolve } from '$app/paths';
import { inEachLocale } from '#lib/i18n/in-each-locale.ts';
import { message } from '#lib/i18n/message.ts';
import { chapterName } from '#lib/lessons/chapters.ts';
import { lessons } from '#lib/lessons/index.ts';
import type { LessonLink } from '#lib/stage/lesson-view.ts';

/** Everything that can be opened: the lessons, and the comparison. */
export function pageLinks(): readonly LessonLink[] {
	const links = lessons.map(({ id, chapter, texts }) => ({
		id,
		...(chapter && { chapter: chapterName(chapter) }),
		title: inEachLocale((locale) => texts[locale].title),
		href: resolve('/lessons/[id]', { id })
	}));
	return [
		...links,
		{
			id: 'compare',
			title: inEachLocale((locale) => message(locale, 'compare.title')),
			href: resolve('/compare')
		}
	];
}
