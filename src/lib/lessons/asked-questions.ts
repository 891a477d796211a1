import type { Locale } from '#lib/i18n/locale.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Lesson } from './lesson.ts';
import { findMoment } from './moment.ts';
import { refute } from './refute.ts';

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
		.flatMap(({ ask, stop, answers }) => {
			const found = findMoment(trace, stop);
			const said = words[ask];
			if (!found || !said) return [];
			const told = answers.map(({ say, right }) => ({
				text: said.answers[say] ?? '',
				right: refute(trace, right) === null
			}));
			return [{ atMs: found.atMs, ask: said.ask, answers: told }];
		})
		.sort((a, b) => a.atMs - b.atMs);
}
