import { resolve } from '$app/paths';
import { lessonEntries } from '#lib/lessons/index.ts';
import type { LessonLink } from '#lib/stage/lesson-view.ts';

/** Everything that can be opened: the lessons, and the comparison. */
export function pageLinks(): readonly LessonLink[] {
	const lessons = lessonEntries.map((entry) => ({
		id: entry.id,
		chapter: entry.chapter,
		title: entry.title,
		href: resolve('/lessons/[id]', { id: entry.id })
	}));
	return [
		...lessons,
		{
			id: 'compare',
			title: 'compare.title',
			href: resolve('/compare')
		}
	];
}
