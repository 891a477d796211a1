import type { Trace } from '#lib/trace/trace.ts';
import type { Question } from './lesson.ts';
import { findMoment } from './moment.ts';

/** Where in a recording a question stands, ms of cluster time. */
export interface QuestionMoments {
	/** From here on nothing may be seen before it is answered. */
	readonly stopMs: number;
	/** By then the picture has shown the answer. */
	readonly shownMs: number;
}

/** Undefined when the recording has no place for it: with other input what it asks about may never come. */
export function questionMoments(question: Question, trace: Trace): QuestionMoments | undefined {
	const stop = findMoment(trace, question.stop);
	const shown = findMoment(trace, question.shown);
	if (!stop || !shown || shown.seq < stop.seq) return undefined;
	return { stopMs: stop.atMs, shownMs: shown.atMs };
}
