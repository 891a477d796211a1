import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth, wrapText, type TextStyle } from './text-width.ts';

const mono: TextStyle = { size: 10, font: 'mono' };
const sans: TextStyle = { size: 10, font: 'sans' };

describe('textWidth', () => {
	it.each([
		['kubectl', mono, 42],
		['叢集', mono, 20],
		['叢集', sans, 20],
		['iiii', sans, 10],
		['', sans, 0]
	])('of %s', (text, style, width) => {
		expect(textWidth(text, style)).toBeCloseTo(width, 6);
	});
});

describe('fitText', () => {
	it('fits, and is the text itself when there is room', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 0, max: 200 }), (text, room) => {
				const fitted = fitText(text, room, sans);
				expect(textWidth(fitted, sans)).toBeLessThanOrEqual(Math.max(room, 0));
				if (textWidth(text, sans) <= room) expect(fitted).toBe(text);
			})
		);
	});
});

describe('wrapText', () => {
	it.each([
		['kubectl run web --image=web:v1', 110, ['kubectl run web', '--image=web:v1']],
		['abcdefghij', 30, ['abcde', 'fghij']],
		['監看還沒有節點的 Pod', 55, ['監看還沒有', '節點的 Pod']],
		['', 50, ['']]
	])('breaks %s', (text, width, lines) => {
		expect(wrapText(text, width, mono)).toEqual(lines);
	});

	it('loses nothing but space', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const squeezed = (one: string) => one.replace(/\s/g, '');
				expect(squeezed(wrapText(text, 40, mono).join(''))).toBe(squeezed(text));
			})
		);
	});
});
