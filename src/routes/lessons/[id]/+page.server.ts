import { error } from '@sveltejs/kit';
import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import { lessonView } from '../../lesson-view.server.ts';

export const entries = () => lessonIds.map((id) => ({ id }));

export function load({ params }) {
	return { lesson: lessonView(params.id) ?? error(404) };
}
