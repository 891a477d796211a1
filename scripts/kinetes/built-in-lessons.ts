import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtInLesson } from '#lib/lessons/built-in-lesson.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { readFolder } from './lesson-folder.ts';

const folder = fileURLToPath(new URL('../../src/lib/lessons', import.meta.url));

/** A lesson that Kinetes comes with, read from the disk: what runs outside Vite has no other way. */
export function lessonOnDisk(id: string): Lesson {
	return builtInLesson(id, readFolder(join(folder, id)));
}
