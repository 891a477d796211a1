import { error } from '@sveltejs/kit';
import { lessonEntries } from '#lib/lessons/index.ts';
import { lessonView } from '../../lesson-view.server.ts';

export const entries = () => lessonEntries.map(({ id }) => ({ id }));

export async function load({ params }) {
	return { lesson: (await lessonView(params.id)) ?? error(404) };
}
