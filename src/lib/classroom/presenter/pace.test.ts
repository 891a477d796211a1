import { describe, expect, it } from 'vitest';
import { elapsedText, minutesAhead } from './pace.ts';

const minute = 60_000;

describe('minutesAhead', () => {
	it.each([
		['half of the story in half of the time is on time', 0.5, 10 * minute, 20, 0],
		['half of it in a quarter is ahead', 0.5, 5 * minute, 20, 5],
		['a tenth of it in half is behind', 0.1, 10 * minute, 20, -8],
		['a few seconds are neither', 0, 20_000, 20, 0]
	])('%s', (_, part, elapsedMs, planned, expected) => {
		expect(minutesAhead(part, elapsedMs, planned)).toBe(expected);
	});
});

describe('elapsedText', () => {
	it.each([
		[0, '0:00'],
		[-5, '0:00'],
		[247_900, '4:07'],
		[3_750_000, '1:02:30']
	])('writes %d ms as %s', (ms, text) => {
		expect(elapsedText(ms)).toBe(text);
	});
});
