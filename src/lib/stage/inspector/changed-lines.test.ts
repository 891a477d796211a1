import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';

const changed = (before: string | null, after: string) =>
	changedLines(before, after)
		.filter((line) => line.changed)
		.map((line) => line.text);

describe('changedLines', () => {
	it.each([
		['a\nb\nc', 'a\nB\nc', ['B']],
		['a\nc', 'a\nb\nc', ['b']],
		['a\nb\nc', 'a\nc', []],
		[
			'status:\n  phase: Pending',
			'status:\n  phase: Running\n  podIP: 10.1.0.2',
			['  phase: Running', '  podIP: 10.1.0.2']
		],
		[null, 'a\nb', []]
	])('from %j to %j marks %j', (before, after, expected) => {
		expect(changed(before, after)).toEqual(expected);
	});

	it('gives every line of the text, and marks none of a text that stayed', () => {
		const text = fc
			.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
			.map((l) => l.join('\n'));
		fc.assert(
			fc.property(text, text, (before, after) => {
				expect(
					changedLines(before, after)
						.map((line) => line.text)
						.join('\n')
				).toBe(after);
				expect(changed(after, after)).toEqual([]);
			})
		);
	});
});
