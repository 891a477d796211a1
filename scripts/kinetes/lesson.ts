import { checkLesson } from './check-lesson.ts';
import { listBeats } from './list-beats.ts';
import { newLesson } from './new-lesson.ts';
import { UsageError } from './usage-error.ts';

/** `kinetes lesson check DIR`, and what else can be done with a lesson. */
export function lesson([action, folder, ...more]: string[]): void {
	if (folder === undefined || more.length > 0) {
		throw new UsageError('write: lesson check DIR, lesson beats DIR or lesson new DIR');
	}
	if (action === 'check') checkLesson(folder);
	else if (action === 'beats') listBeats(folder);
	else if (action === 'new') newLesson(folder);
	else throw new UsageError(`there is check, beats and new, not ${JSON.stringify(action)}`);
}
