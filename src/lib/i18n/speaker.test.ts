import { describe, expect, it } from 'vitest';
import { locales } from './locale.ts';
import { offline } from './messages/offline.ts';
import { share } from './messages/share.ts';
import { speaker } from './speaker.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('a speaker', () => {
	it('fills in what a sentence asks for', () => {
		expect(speaker(share)('en', 'share.film.progress', { percent: 5 })).toBe('Film: 5 %');
	});

	it.each(locales)('has every sentence in %s, with the parameters of English', (locale) => {
		for (const area of [offline, share]) {
			for (const [key, english] of Object.entries(area.en)) {
				const said = Object.entries(area[locale]).find(([name]) => name === key)?.[1] ?? '';
				expect(said, key).not.toBe('');
				expect([key, placeholders(said)]).toEqual([key, placeholders(english)]);
			}
		}
	});
});
