import { locales, type Locale } from '#lib/i18n/locale.ts';
import type { LessonText } from '../lesson.ts';
import { languages } from './lesson-shape.ts';
import { parseYaml } from './parse-yaml.ts';
import { Problems } from './problem.ts';
import { lessonText } from './text-shape.ts';
import { fieldOf, valueAt, type Fields, type Value } from './value.ts';

/** A language's words where they stand, and as they were read if they could be. */
export interface SpokenText {
	readonly locale: Locale;
	readonly value: Value;
	readonly text: LessonText | undefined;
}

export const textPath = (locale: Locale): string => `text/${locale}.yaml`;

/** The words in each language that the lesson speaks, from its files or from `text` within it. */
export function readTexts(
	lesson: Fields,
	main: string,
	files: Readonly<Record<string, string>>,
	problems: Problems
): readonly SpokenText[] {
	const inside = fieldOf(lesson, 'text');
	return spokenLocales(lesson).flatMap((locale) => {
		const path = textPath(locale);
		let value: Value | undefined;
		if (inside) {
			value = valueAt(inside.value, locale);
			if (!value) problems.add(inside.place, 'missingLanguage', { locale });
		} else if (Object.hasOwn(files, path)) value = parseYaml(path, files[path]!, problems);
		else problems.add({ file: path, line: 1, column: 1 }, 'missingLanguageFile', { locale, main });
		return value ? [{ locale, value, text: lessonText(value, problems) }] : [];
	});
}

function spokenLocales(lesson: Fields): readonly Locale[] {
	const named = fieldOf(lesson, 'languages');
	// What is wrong with the list itself was told when the lesson was read.
	return (named && languages(named.value, new Problems('en'))) ?? locales;
}

/** The words of a language that isn't spoken are those of the first that is. */
export function everyLocale(spoken: readonly SpokenText[]): Record<Locale, LessonText> | undefined {
	const first = spoken[0]?.text;
	if (!first) return undefined;
	const textOf = (locale: Locale) => spoken.find((each) => each.locale === locale)?.text ?? first;
	return { en: textOf('en'), 'zh-Hant': textOf('zh-Hant'), 'zh-Hans': textOf('zh-Hans') };
}
