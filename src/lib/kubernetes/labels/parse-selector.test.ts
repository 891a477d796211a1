import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSelector } from './parse-selector.ts';
import { formatSelector, selectNothing, selectorMatches, selectorOf } from './selector.ts';

describe('parseSelector', () => {
	it.each([
		['app in (web', "unable to parse requirement: found '', expected: ',' or ')'"],
		['app=web,', "found '', expected: identifier after ','"],
		['app=a=b', "found '=', expected: ',' or 'end of string'"],
		['!app=web', "found '=', expected: ',' or 'end of string'"],
		['a b c', "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
		[
			'app>x',
			`unable to parse requirement: values[0]: Invalid value: "x": for 'Gt', 'Lt' operators, the value must be an integer`
		]
	])('says what is wrong with %j', (text, message) => {
		expect(() => parseSelector(text)).toThrow(message);
	});

	it('takes in and notin as ordinary words where a key or a value stands', () => {
		expect(parseSelector('in=notin')).toEqual([{ key: 'in', operator: '=', values: ['notin'] }]);
	});

	it('reads its own text back as the same selector', () => {
		const word = fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/);
		const term = fc.oneof(
			fc.tuple(word, fc.constantFrom('=', '==', '!='), word).map((parts) => parts.join('')),
			fc
				.tuple(word, fc.constantFrom('in', 'notin'), fc.array(word, { minLength: 1, maxLength: 3 }))
				.map(([key, operator, values]) => `${key} ${operator} (${values.join(',')})`),
			word,
			word.map((key) => `!${key}`)
		);
		fc.assert(
			fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
				const selector = parseSelector(terms.join(','));
				expect(parseSelector(formatSelector(selector))).toEqual(selector);
			})
		);
	});
});

describe('selectorMatches', () => {
	it('selects everything with no requirement and nothing with an absent selector', () => {
		expect(selectorMatches(selectorOf({}), {})).toBe(true);
		expect(selectorMatches(selectorOf(undefined), {})).toBe(false);
		expect(selectorMatches(selectNothing, { '': '' })).toBe(false);
	});

	it('does not find a key on the prototype', () => {
		expect(selectorMatches(parseSelector('constructor'), {})).toBe(false);
	});
});
