import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from './append-hash.ts';
import { sha256 } from './sha256.ts';

test('sha256 agrees with Node', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 200 }), (text) => {
			expect(sha256(text)).toBe(createHash('sha256').update(text.toWellFormed()).digest('hex'));
		})
	);
});

test('the hash of a ConfigMap is the one that kubectl 1.35 printed', () => {
	expect(contentHash('ConfigMap', 'app', { color: 'blue' })).toBe('ff9bk65k45');
});
