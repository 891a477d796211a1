import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { md5 } from './md5.ts';

test('a text has the sum that every other implementation gives it', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
			expect(md5(text)).toBe(createHash('md5').update(text).digest('hex'));
		})
	);
});
