import type { Locale } from '#lib/i18n/locale.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Lesson } from './lesson.ts';
import { findMoment, momentName } from './moment.ts';
import { questionMoments } from './question-moments.ts';
import { Problems, type LessonProblem } from './reading/problem.ts';
import type { LessonPlaces } from './reading/read-lesson.ts';
import { refute } from './refute.ts';
import { rightAnswers } from './right-answers.ts';

/** What a lesson says that its recording doesn't bear out, and where it says so. */
export function lessonFaults(
	{ cues, questions, facts }: Lesson,
	places: LessonPlaces,
	trace: Trace,
	locale: Locale = 'en'
): readonly LessonProblem[] {
	const problems = new Problems(locale);
	let before = -1;
	for (const [i, { when, say }] of cues.entries()) {
		const seq = findMoment(trace, when)?.seq;
		const about = { name: say, moment: momentName(when) };
		if (seq === undefined) problems.add(places.cues[i]!, 'cueNeverCame', about);
		else if (seq < before) problems.add(places.cues[i]!, 'cueTooEarly', about);
		before = Math.max(before, seq ?? before);
	}
	for (const [i, question] of questions.entries()) {
		const place = places.questions[i]!;
		const { ask, stop, shown } = question;
		if (!questionMoments(question, trace)) {
			const [from, to] = [momentName(stop), momentName(shown)];
			problems.add(place, 'questionNowhere', { name: ask, from, to });
		}
		const right = rightAnswers(question, trace);
		if (right.length === 0) problems.add(place, 'noRightAnswer', { name: ask });
		if (right.length > 1) {
			problems.add(place, 'manyRightAnswers', { name: ask, names: right.join(', ') });
		}
	}
	for (const [i, fact] of facts.entries()) {
		const refuted = refute(trace, fact);
		if (refuted !== null) problems.add(places.facts[i]!, 'refuted', { fact: fact.claim, refuted });
	}
	return problems.found;
}
