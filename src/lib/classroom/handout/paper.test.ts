import { describe, expect, it } from 'vitest';
import { usualPaper } from './paper.ts';

describe('the usual paper', () => {
	it.each([
		['en-US', 'letter'],
		['fr-CA', 'letter'],
		['en-GB', 'A4'],
		['zh-Hant-TW', 'A4'],
		['de', 'A4']
	])('of who speaks %s is %s', (tag, paper) => {
		expect(usualPaper(tag)).toBe(paper);
	});
});
