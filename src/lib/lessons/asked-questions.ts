import type { Locale } from '#lib/i18n/locale.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Lesson } from './lesson.ts';
import { questionMoments } from './question-moments.ts';
import { rightAnswers } from './right-answers.ts';

/** A question in words, with what the recording answers. */
export interface AskedQuestion {
	/** Cluster time at which play stops for it, ms. */
	readonly atMs: number;
	readonly ask: string;
	readonly answers: readonly { readonly text: string; readonly right: boolean }[];
}

/** A lesson's questions as its recording answers them, in order of time; what never comes is not asked. */
export function askedQuestions(
	{ questions, texts }: Pick<Lesson, 'questions' | 'texts'>,
	trace: Trace,
	locale: Locale
): AskedQuestion[] {
	const words = texts[locale].questions;
	return questions
		.flatMap((question) => {
			const moments = questionMoments(question, trace);
			const said = words[question.ask];
			if (!moments || !said) return [];
			const right = rightAnswers(question, trace);
			const answers = question.answers.map(({ say }) => ({
				text: said.answers[say] ?? '',
				right: right.includes(say)
			}));
			return [{ atMs: moments.stopMs, ask: said.ask, answers }];
		})
		.sort((a, b) => a.atMs - b.atMs);
}
