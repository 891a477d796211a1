import type { LessonText } from '../lesson.ts';
import { record, text, type Read } from './read.ts';
import { may, must, shape } from './shape.ts';

/** What fits where it is shown, in characters. */
const longest = { title: 60, sentence: 240, note: 1500, answer: 120 };

const sentence = text(longest.sentence);

export const questionTextShape = shape({
	ask: must(sentence),
	answers: must(record(text(longest.answer)))
});

export const textShape = shape({
	title: must(text(longest.title)),
	summary: must(sentence),
	cues: may(record(sentence)),
	notes: may(record(text(longest.note))),
	questions: may(record(questionTextShape))
});

/** A lesson's words in one language. */
export const lessonText: Read<LessonText> = (value, problems) => {
	const found = textShape(value, problems);
	return (
		found && {
			...found,
			cues: found.cues ?? {},
			notes: found.notes ?? {},
			questions: found.questions ?? {}
		}
	);
};
