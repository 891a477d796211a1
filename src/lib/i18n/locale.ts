/** The languages that Kinetes speaks, by BCP 47 tag. */
export const locales = ['en', 'zh-Hant', 'zh-Hans'] as const;

export type Locale = (typeof locales)[number];

/** How each language calls itself. */
export const localeNames: Readonly<Record<Locale, string>> = {
	en: 'English',
	'zh-Hant': '繁體中文',
	'zh-Hans': '简体中文'
};

/** The best of our languages for a list of BCP 47 tags such as `navigator.languages`. */
export function matchLocale(tags: readonly string[]): Locale {
	for (const tag of tags) {
		const parts = tag.toLowerCase().split('-');
		if (parts[0] === 'en') return 'en';
		if (parts[0] !== 'zh') continue;
		const traditional = ['hant', 'tw', 'hk', 'mo'].some((part) => parts.includes(part));
		return traditional && !parts.includes('hans') ? 'zh-Hant' : 'zh-Hans';
	}
	return 'en';
}
