import { describe, expect, it } from 'vitest';
import { contrast, themes, type Theme } from './tokens.ts';

type Token = keyof Theme;

const grounds: Token[] = ['paper', 'surface', 'raised', 'quiet'];
const texts: Token[] = ['ink', 'ink2', 'ink3', 'api', 'watch', 'write', 'cri', 'ok', 'bad'];
const marks: Token[] = [...texts, 'version1', 'version2', 'version3', 'version4'];

describe.each(Object.entries(themes))('theme %s', (_, theme) => {
	it.each(grounds)('has text of at least 4.5 : 1 on %s', (ground) => {
		for (const text of texts) {
			expect(contrast(theme[text], theme[ground]), text).toBeGreaterThanOrEqual(4.5);
		}
	});

	it.each(grounds)('has marks of at least 3 : 1 on %s', (ground) => {
		for (const mark of marks) {
			expect(contrast(theme[mark], theme[ground]), mark).toBeGreaterThanOrEqual(3);
		}
	});

	it.each(['api', 'watch', 'write', 'cri', 'ok', 'bad'] as const)(
		'has legible labels of %s',
		(ink) => {
			expect(contrast(theme[ink], theme[`${ink}-tint`])).toBeGreaterThanOrEqual(4.5);
			expect(contrast(theme.ink, theme[`${ink}-tint`])).toBeGreaterThanOrEqual(4.5);
			expect(contrast(theme.ink2, theme[`${ink}-tint`])).toBeGreaterThanOrEqual(4.5);
		}
	);

	it('has a legible terminal', () => {
		expect(contrast(theme['terminal-ink'], theme.terminal)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(theme['terminal-ink2'], theme.terminal)).toBeGreaterThanOrEqual(4.5);
	});
});

describe('theme projector', () => {
	const { projector } = themes;

	it.each(grounds)('has text and marks of at least 7 : 1 on %s', (ground) => {
		for (const mark of [...marks, 'terminal-ink2'] as const) {
			const under = mark === 'terminal-ink2' ? 'terminal' : ground;
			expect(contrast(projector[mark], projector[under]), mark).toBeGreaterThanOrEqual(7);
		}
	});

	it.each(grounds)('has lines of at least 3 : 1 on %s', (ground) => {
		expect(contrast(projector.line, projector[ground])).toBeGreaterThanOrEqual(3);
		expect(contrast(projector.line2, projector[ground])).toBeGreaterThanOrEqual(4.5);
	});
});

describe('contrast', () => {
	it('is 21 between black and white, and 1 of a colour with itself', () => {
		expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
		expect(contrast('#2B5FC7', '#2B5FC7')).toBe(1);
	});
});
