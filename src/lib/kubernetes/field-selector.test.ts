import { describe, expect, it } from 'vitest';
import { fieldSelectorMatches, formatFieldSelector, parseFieldSelector } from './field-selector.ts';

const fields: Readonly<Record<string, string>> = { 'metadata.name': 'web', 'spec.nodeName': '' };
const valueOf = (field: string) => fields[field] ?? '';

describe('parseFieldSelector', () => {
	it.each([
		['metadata.name=web', true],
		['metadata.name==web,spec.nodeName=', true],
		['metadata.name!=web', false],
		['spec.nodeName!=', false],
		['', true]
	])('%j matches: %s', (text, matches) => {
		expect(fieldSelectorMatches(parseFieldSelector(text), valueOf)).toBe(matches);
	});

	it('names the term that it does not understand', () => {
		expect(() => parseFieldSelector('nope')).toThrow(
			"invalid selector: 'nope'; can't understand 'nope'"
		);
	});

	it('keeps escaped commas and equals signs in values', () => {
		const selector = parseFieldSelector(String.raw`a=x\,y\=z`);
		expect(selector).toEqual([{ field: 'a', operator: '=', value: 'x,y=z' }]);
		expect(formatFieldSelector(selector)).toBe(String.raw`a=x\,y\=z`);
	});

	it('refuses a lone backslash in a value', () => {
		expect(() => parseFieldSelector(String.raw`a=x\y`)).toThrow('invalid escape sequence');
	});
});
