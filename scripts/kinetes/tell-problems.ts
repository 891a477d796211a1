import { join } from 'node:path';
import { problemLine, type LessonProblem } from '#lib/lessons/reading/problem.ts';

/** Prints what is wrong with a lesson, a line each, as compilers do; the exit code will be 1. */
export function tellProblems(problems: readonly LessonProblem[], folder: string): void {
	for (const problem of problems) {
		process.stderr.write(`${problemLine({ ...problem, file: join(folder, problem.file) })}\n`);
	}
	const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
	process.stderr.write(`\n${count}\n`);
	process.exitCode = 1;
}
