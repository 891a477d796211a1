import type { Trace } from '#lib/trace/trace.ts';
import type { Question } from './lesson.ts';
import { refute } from './refute.ts';

/** The answers that a recording bears out, by name. With other input it may be another one, several, or none. */
export function rightAnswers({ answers }: Question, trace: Trace): readonly string[] {
	return answers.filter(({ right }) => refute(trace, right) === null).map(({ say }) => say);
}
