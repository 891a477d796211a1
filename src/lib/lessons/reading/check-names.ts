import type { Locale } from '#lib/i18n/locale.ts';
import type { LessonText } from '../lesson.ts';
import type { LessonParts } from './lesson-shape.ts';
import { tellUnknown } from './one-of.ts';
import type { Problems } from './problem.ts';
import { fieldOf, type Value } from './value.ts';

/** A language's words, as they were read and where they stand. */
export interface SpokenText {
	readonly locale: Locale;
	readonly text: LessonText;
	readonly value: Value;
}

/** Every name of the lesson has its words in every language that it speaks, and no language has words for anything else. */
export function checkNames(
	{ cues = [], questions = [] }: LessonParts,
	spoken: readonly SpokenText[],
	problems: Problems
): void {
	const said = [...new Set(cues.map(({ say }) => say))];
	const noted = said.filter((name) => spoken.some(({ text }) => Object.hasOwn(text.notes, name)));
	for (const { value } of spoken) {
		compare(value, ['cues'], said, problems);
		compare(value, ['notes'], noted, problems, said);
		compare(
			value,
			['questions'],
			questions.map(({ ask }) => ask),
			problems
		);
		for (const { ask, answers } of questions) {
			compare(
				value,
				['questions', ask, 'answers'],
				answers.map(({ say }) => say),
				problems
			);
		}
	}
}

/** @param allowed names that may stand there beside those that must */
function compare(
	text: Value,
	path: readonly string[],
	wanted: readonly string[],
	problems: Problems,
	allowed: readonly string[] = wanted
): void {
	let at: Value | undefined = text;
	let place = text.place;
	for (const name of path) {
		const field: ReturnType<typeof fieldOf> = at?.type === 'fields' ? fieldOf(at, name) : undefined;
		// A question without words was told already.
		if (!field && path.length > 1) return;
		at = field?.value;
		place = field?.place ?? place;
	}
	const fields = at?.type === 'fields' ? at.fields : [];
	for (const name of wanted) {
		if (!fields.some((field) => field.name === name)) {
			problems.add(place, 'missingWords', { name, path: path.join('.') });
		}
	}
	for (const { name, place: its } of fields) {
		if (!allowed.includes(name)) tellUnknown(problems, its, 'unknownText', name, allowed);
	}
}

/** The words of a language that isn't spoken are those of the first that is. */
export function everyLocale(spoken: readonly SpokenText[]): Record<Locale, LessonText> | undefined {
	const first = spoken[0]?.text;
	if (!first) return undefined;
	const textOf = (locale: Locale) => spoken.find((each) => each.locale === locale)?.text ?? first;
	return { en: textOf('en'), 'zh-Hant': textOf('zh-Hant'), 'zh-Hans': textOf('zh-Hans') };
}
