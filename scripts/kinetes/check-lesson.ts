import { join } from 'node:path';
import { lessonFaults } from '#lib/lessons/lesson-faults.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { problemLine, type LessonProblem } from '#lib/lessons/reading/problem.ts';
import { readLesson } from '#lib/lessons/reading/read-lesson.ts';
import { simulate } from '#lib/source/simulate.ts';
import { readLessonFiles } from './lesson-folder.ts';

/** A lesson holds with other seeds too: nothing in it may hang on chance. */
const otherSeeds = [1, 2];

/** `kinetes lesson check`: reads a lesson, plays it and proves what it claims. Exit code 1 when something is wrong. */
export function checkLesson(path: string): void {
	const { folder, files } = readLessonFiles(path);
	const { lesson, places, problems } = readLesson(files);
	if (problems) return tell(problems, folder);
	const faults = lessonFaults(lesson, places, simulate(lesson.scenario));
	if (faults.length > 0) return tell(faults, folder);
	for (const more of otherSeeds) {
		const seed = lesson.scenario.seed + more;
		const hanging = lessonFaults(lesson, places, simulate({ ...lesson.scenario, seed }));
		const told = hanging.map((fault) => ({
			...fault,
			message: `with seed ${seed}: ${fault.message}`
		}));
		if (told.length > 0) return tell(told, folder);
	}
	process.stdout.write(`${praise(lesson)}\n`);
}

function tell(problems: readonly LessonProblem[], folder: string): void {
	for (const problem of problems) {
		process.stderr.write(`${problemLine({ ...problem, file: join(folder, problem.file) })}\n`);
	}
	const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
	process.stderr.write(`\n${count}\n`);
	process.exitCode = 1;
}

function praise({ id, cues, questions, facts }: Lesson): string {
	const parts = [
		`every moment of its ${cues.length} cues comes`,
		`each of its ${questions.length} questions has one right answer`,
		`its ${facts.length} facts hold, with other seeds as well`
	];
	return `${id} is in order: ${parts.join(', ')}`;
}
