import { describe, expect, it } from 'vitest';
import { themes, type Theme } from '#lib/scene/tokens.ts';

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [a, b] = [luminance(one), luminance(other)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

type InkName = keyof Theme;

const grounds: InkName[] = ['paper', 'surface', 'raised'];
const tinted = ['api', 'watch', 'write', 'cri', 'ok', 'bad'] as const;
const texts: InkName[] = ['ink', 'ink2', 'ink3', ...tinted];
const versions: InkName[] = ['version1', 'version2', 'version3', 'version4'];
const pairs: (readonly [InkName, InkName])[] = [
	...grounds.flatMap((ground) => [...texts, ...versions].map((text) => [text, ground] as const)),
	...tinted.flatMap((ink) =>
		([ink, 'ink', 'ink2'] as const).map((text) => [text, `${ink}-tint`] as const)
	),
	['ink3', 'quiet'],
	['terminal-ink', 'terminal'],
	['terminal-ink2', 'terminal']
];

describe.each(Object.entries(themes))('in the %s theme', (_name, theme) => {
	it.each(pairs)('%s on %s can be read as text', (text, ground) => {
		expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(4.5);
	});
});
