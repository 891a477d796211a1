import { resolve } from '$app/paths';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import { message } from '#lib/i18n/message.ts';
import { chapterName } from '#lib/lessons/chapters.ts';
import { lessons } from '#lib/lessons/index.ts';
import type { LessonLink } from '#lib/stage/lesson-view.ts';

/** Everything that can be opened: the lessons, and the comparison. */
export function pageLinks(): readonly LessonLink[] {
	const links = lessons.map(({ id, chapter, texts }) => ({
		id,
		...(chapter && { chapter: chapterName(chapter) }),
		title: inEach((locale) => texts[locale].title),
		href: resolve('/lessons/[id]', { id })
	}));
	return [
		...links,
		{
			id: 'compare',
			title: inEach((locale) => message(locale, 'compare.title')),
			href: resolve('/compare')
		}
	];
}

function inEach(say: (locale: Locale) => string): Readonly<Record<Locale, string>> {
	const words = locales.map((locale) => [locale, say(locale)]);
	return Object.fromEntries(words) as Record<Locale, string>;
}
