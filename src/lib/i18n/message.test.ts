import { describe, expect, it } from 'vitest';
import { locales, matchLocale } from './locale.ts';
import { formatMessage, message, messageKeys } from './message.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('message', () => {
	it('says the same key in each language', () => {
		expect(locales.map((locale) => message(locale, 'scene.you'))).toEqual(['you', '你', '你']);
	});

	it.each(locales)(
		'has a sentence for every key in %s, with the parameters of English',
		(locale) => {
			for (const key of messageKeys) {
				expect(formatMessage(locale, key), key).not.toBe('');
				expect([key, ...placeholders(formatMessage(locale, key))]).toEqual([
					key,
					...placeholders(formatMessage('en', key))
				]);
			}
		}
	);
});

describe('matchLocale', () => {
	it.each([
		[['zh-TW'], 'zh-Hant'],
		[['zh-HK', 'en'], 'zh-Hant'],
		[['zh-Hans-HK'], 'zh-Hans'],
		[['zh'], 'zh-Hans'],
		[['fr', 'zh-CN', 'en'], 'zh-Hans'],
		[['en-GB'], 'en'],
		[['de'], 'en'],
		[[], 'en']
	])('turns %j into %s', (tags, expected) => {
		expect(matchLocale(tags)).toBe(expected);
	});
});
