import { locales, type Locale } from './locale.ts';

/** The same words in every language. */
export function inEachLocale(say: (locale: Locale) => string): Readonly<Record<Locale, string>> {
	const words = locales.map((locale) => [locale, say(locale)]);
	return Object.fromEntries(words) as Record<Locale, string>;
}
