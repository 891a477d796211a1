import type { Lesson } from './lesson.ts';
import { problemLine } from './reading/problem.ts';
import { readLesson } from './reading/read-lesson.ts';

/**
 * A lesson that Kinetes comes with, from the texts of its folder.
 *
 * @throws Error with every problem, so that no site is built and no test passes with a lesson that is broken
 */
export function builtInLesson(id: string, files: Readonly<Record<string, string>>): Lesson {
	const { lesson, problems } = readLesson(files);
	if (lesson?.id === id) return lesson;
	const told = problems?.map((problem) => `  ${problemLine(problem)}`) ?? [
		`  lesson.yaml:1:1: calls itself ${lesson?.id}`
	];
	throw new Error(`lesson ${id} can't be read:\n${told.join('\n')}`);
}
