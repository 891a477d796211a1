import { tellUnknown } from './one-of.ts';
import type { Place, Problems } from './problem.ts';
import { fieldOf, fieldsOf, itemsOf, namesIn, valueAt, type Value } from './value.ts';

/**
 * Every name of the lesson has its words in every language that it speaks, and no language has words for anything else;
 * whatever else may be wrong with them.
 *
 * @param texts the words, a language each
 */
export function checkNames(lesson: Value, texts: readonly Value[], problems: Problems): void {
	const said = [...new Set(namesIn(valueAt(lesson, 'cues'), 'say'))];
	const noted = said.filter((name) => texts.some((text) => valueAt(text, 'notes', name)));
	const questions = valueAt(lesson, 'questions');
	for (const text of texts) {
		compare(text, ['cues'], said, problems);
		compare(text, ['notes'], noted, problems, said);
		compare(text, ['questions'], namesIn(questions, 'ask'), problems);
		for (const question of itemsOf(questions)) {
			const ask = valueAt(question, 'ask');
			const path = ['questions', ask?.type === 'scalar' ? String(ask.value) : '', 'answers'];
			// A question without words was told already.
			if (!valueAt(text, ...path)) continue;
			compare(text, path, namesIn(valueAt(question, 'answers'), 'say'), problems);
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
	const fields = fieldsOf(valueAt(text, ...path));
	for (const name of wanted) {
		if (fields.some((field) => field.name === name)) continue;
		problems.add(placeOf(text, path), 'missingWords', { name, path: path.join('.') });
	}
	for (const { name, place } of fields) {
		if (!allowed.includes(name)) tellUnknown(problems, place, 'unknownText', name, allowed);
	}
}

/** Where a path leads, by the name at its end; where the text begins, if it leads nowhere. */
function placeOf(text: Value, path: readonly string[]): Place {
	const above = valueAt(text, ...path.slice(0, -1));
	const field = above?.type === 'fields' ? fieldOf(above, path.at(-1)!) : undefined;
	return field?.place ?? text.place;
}
