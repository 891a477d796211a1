import { error, json } from '@sveltejs/kit';
import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import { recordingOf } from '#lib/lessons/recorded-lessons.ts';
import { lessons } from '#lib/lessons/index.ts';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => lessonIds.map((id) => ({ id }));

/** A lesson as data, for who plays it elsewhere than on its own page. */
export function GET({ params }): Response {
	const lesson = lessons.find(({ id }) => id === params.id) ?? error(404);
	const { facts: _, ...shown } = lesson;
	const recording = recordingOf(params.id);
	return json({ ...shown, ...(recording && { recording }) });
}
