import { lessonFaults } from '#lib/lessons/lesson-faults.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { readLesson } from '#lib/lessons/reading/read-lesson.ts';
import { simulate } from '#lib/source/simulate.ts';
import { readLessonFiles } from './lesson-folder.ts';
import { tellProblems } from './tell-problems.ts';

/** A lesson holds with other seeds too: nothing in it may hang on chance. */
const otherSeeds = [1, 2];

/** `kinetes lesson check`: reads a lesson, plays it and proves what it claims. Exit code 1 when something is wrong. */
export function checkLesson(path: string): void {
	const { folder, files } = readLessonFiles(path);
	const { lesson, places, problems } = readLesson(files);
	if (problems) return tellProblems(problems, folder);
	const faults = lessonFaults(lesson, places, simulate(lesson.scenario));
	if (faults.length > 0) return tellProblems(faults, folder);
	for (const more of otherSeeds) {
		const seed = lesson.scenario.seed + more;
		const hanging = lessonFaults(lesson, places, simulate({ ...lesson.scenario, seed }));
		const told = hanging.map((fault) => ({
			...fault,
			message: `with seed ${seed}: ${fault.message}`
		}));
		if (told.length > 0) return tellProblems(told, folder);
	}
	process.stdout.write(`${praise(lesson)}\n`);
}

function praise({ id, cues, questions, facts }: Lesson): string {
	const parts = [
		`every moment of its ${cues.length} cues comes`,
		`each of its ${questions.length} questions has one right answer`,
		`its ${facts.length} facts hold, with other seeds as well`
	];
	return `${id} is in order: ${parts.join(', ')}`;
}
