import { describe, expect, it } from 'vitest';
import { locales } from './locale.ts';
import { share } from './messages/share.ts';
import { speaker } from './speaker.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('a speaker', () => {
	it('fills in what a sentence asks for', () => {
		expect(speaker(share)('en', 'share.film.progress', { percent: 5 })).toBe('Film: 5 %');
	});

	it.each(locales)('has every sentence in %s, with the parameters of English', (locale) => {
		for (const key of Object.keys(share.en) as (keyof typeof share.en)[]) {
			expect(share[locale][key], key).not.toBe('');
			expect([key, placeholders(share[locale][key])]).toEqual([key, placeholders(share.en[key])]);
		}
	});
});
