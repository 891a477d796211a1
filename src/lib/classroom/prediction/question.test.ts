import { describe, expect, it } from 'vitest';
import { handsOf, tally, type Question } from './question.ts';

const question: Question = {
	ask: 'lost',
	text: 'Are requests lost?',
	answers: [
		{ say: 'yes', text: 'Yes', right: false },
		{ say: 'no', text: 'No', right: true }
	],
	stopMs: 10,
	shownMs: 20
};

describe('tally', () => {
	it('counts who predicted what came among all who raised a hand', () => {
		expect(tally(question, { yes: 12, no: 5 })).toEqual({ right: 5, all: 17 });
		expect(tally(question, {})).toEqual({ right: 0, all: 0 });
		expect(tally(question, { no: 3, gone: 8 })).toEqual({ right: 3, all: 3 });
	});
});

describe('handsOf', () => {
	it.each([
		[7, 7],
		[-3, 0],
		[2.6, 3],
		[NaN, 0],
		[1e9, 9999]
	])('takes %d for %d', (typed, hands) => {
		expect(handsOf(typed)).toBe(hands);
	});
});
