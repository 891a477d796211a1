import { error, json } from '@sveltejs/kit';
import { recordedStories } from '#lib/lessons/recorded-stories.ts';
import { recordedLesson } from '../../../recorded-lesson.server.ts';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => recordedStories.map((id) => ({ id }));

/** A recording as data, for who plays it elsewhere than on its own page. */
export async function GET({ params }): Promise<Response> {
	const { lesson } = (await recordedLesson(params.id)) ?? error(404);
	return json(lesson);
}
