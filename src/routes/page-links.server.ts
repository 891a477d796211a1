import { resolve } from '$app/paths';
import { inEachLocale } from '#lib/i18n/in-each-locale.ts';
import { message } from '#lib/i18n/message.ts';
import { chapterName } from '#lib/lessons/chapters.ts';
import { lessons } from '#lib/lessons/index.ts';
import { recordedStories } from '#lib/lessons/recorded-stories.ts';
import { recordedMessage } from '#lib/scene/recorded/recorded-message.ts';
import type { LessonLink } from '#lib/stage/lesson-view.ts';

/** Everything that can be opened: the lessons, the comparison, and recordings that no lesson tells of. */
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
		},
		...recordedStories.map((id) => ({
			id,
			title: inEachLocale((locale) => recordedMessage(locale, `title.${id}`)),
			href: resolve('/recordings/[id]', { id })
		}))
	];
}
