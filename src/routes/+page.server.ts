import { error } from '@sveltejs/kit';
import { lessonView } from './lesson-view.server.ts';

export async function load() {
	return { lesson: (await lessonView('create-pod')) ?? error(404) };
}
