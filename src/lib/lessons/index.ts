import { builtInLesson } from './built-in-lesson.ts';
import { lessonIds } from './lesson-ids.ts';

const texts: Readonly<Record<string, string>> = import.meta.glob('./*/**/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true
});

function filesOf(id: string): Record<string, string> {
	const folder = `./${id}/`;
	const inside = Object.entries(texts).filter(([path]) => path.startsWith(folder));
	return Object.fromEntries(inside.map(([path, text]) => [path.slice(folder.length), text]));
}

/** The lessons that Kinetes comes with, read while the site is built: a page is handed what it needs as data. */
export const lessons = lessonIds.map((id) => builtInLesson(id, filesOf(id)));
