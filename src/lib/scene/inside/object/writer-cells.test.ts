import { describe, expect, it } from 'vitest';
import type { Write } from '#lib/trace/event.ts';
import { columnWidths, fieldWidth, linesOf, rowHeights } from './writer-cells.ts';

const write = {} as Write;
const fields = (...names: string[]) => names.map((name) => ({ name, write }));
const told = (lines: ReturnType<typeof linesOf>) =>
	lines.map((line) =>
		line.map((one) => (typeof one === 'number' ? `+${one}` : one.name)).join(' ')
	);

describe('linesOf', () => {
	const room = fieldWidth('12345678', 1);

	it('puts as many names into a line as fit, short ones first', () => {
		expect(told(linesOf(fields('spec', 'uid', 'long-name'), 2 * room, 1, 5))).toEqual([
			'uid spec',
			'long-name'
		]);
	});

	it('says at the end of the last line how many are missing', () => {
		const lines = linesOf(fields('a', 'bb', 'ccc', 'dddd', 'eeeee'), room, 1, 1);
		expect(told(lines)).toEqual(['a +4']);
	});

	it('shows a single name however long it is', () => {
		expect(told(linesOf(fields('a-very-long-name'), room, 1, 1))).toEqual(['a-very-long-name']);
	});
});

describe('rowHeights', () => {
	it('takes lines from the longest rows until all fit', () => {
		expect(rowHeights([[1, 2], [5], [3, 4]], 8)).toEqual([2, 3, 3]);
		expect(rowHeights([[1], [2]], 8)).toEqual([1, 2]);
	});
});

describe('columnWidths', () => {
	it('fills the room, and gives more to whoever writes more', () => {
		const [a = 0, b = 0] = columnWidths([[fields('a')], [fields('a', 'b', 'c', 'd')]], 400, 1);
		expect(a + b).toBeCloseTo(400);
		expect(b).toBeGreaterThan(a);
	});
});
