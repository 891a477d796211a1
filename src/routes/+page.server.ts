import { error } from '@sveltejs/kit';
import { lessonView } from './lesson-view.server.ts';

export function load() {
	return { lesson: lessonView('create-pod') ?? error(404) };
}
