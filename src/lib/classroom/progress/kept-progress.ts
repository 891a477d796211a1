import { keptChoice } from '#lib/stage/kept-choice.ts';
import { progressOf, withVisit, type LessonProgress, type Progress } from './progress.ts';

const name = 'progress';

/** How far someone has come, as this browser keeps it. */
export const keptProgress = {
	read: (): Progress => progressOf(keptChoice.read(name)),
	visit: (visit: LessonProgress): void =>
		keptChoice.write(name, JSON.stringify(withVisit(keptProgress.read(), visit)))
};
