import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignColumns } from './tab-writer.ts';

describe('alignColumns', () => {
	test('pads each column to its widest cell, the last cell of a line not at all', () => {
		expect(alignColumns('a\tb\tc\nlonger\tb\tc', { minWidth: 0, padding: 2 })).toBe(
			'a       b  c\nlonger  b  c'
		);
	});

	test('starts anew where a line has no such column', () => {
		expect(alignColumns('a:\tb\nplain\nlonger:\tb', { minWidth: 0, padding: 1 })).toBe(
			'a: b\nplain\nlonger: b'
		);
	});

	test('never lets remembered columns become narrower', () => {
		const options = { minWidth: 6, padding: 3, remembered: [] };
		expect(alignColumns('long-name\tx', options)).toBe('long-name   x');
		expect(alignColumns('a\tx', options)).toBe('a           x');
	});

	test('keeps every cell, in order', () => {
		const cell = fc.stringMatching(/^[a-z]{1,6}$/);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
				const text = rows.map((cells) => cells.join('\t')).join('\n');
				const aligned = alignColumns(text, { minWidth: 0, padding: 1 });
				expect(aligned.split('\n').map((line) => line.trim().split(/ +/))).toEqual(rows);
			})
		);
	});
});
