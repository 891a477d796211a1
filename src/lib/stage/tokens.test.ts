import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const tokens = new Map(
	[...css.matchAll(/--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g)].map(
		([, name, light, dark, both]): [string, Record<Theme, string>] => [
			name ?? '',
			{ light: light ?? both ?? '', dark: dark ?? both ?? '' }
		]
	)
);

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: Theme, one: string, other: string): number {
	const [a = 0, b = 0] = [one, other].map((name) => luminance(tokens.get(name)?.[theme] ?? ''));
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['paper', 'surface', 'raised'];
const texts = ['ink', 'ink2', 'ink3', 'api', 'watch', 'write', 'cri', 'ok', 'bad'];
const versions = ['version1', 'version2', 'version3', 'version4'];
const pairs = [
	...grounds.flatMap((ground) => [...texts, ...versions].map((text) => [text, ground])),
	...['api', 'watch', 'write', 'cri', 'ok', 'bad'].flatMap((ink) => [
		[ink, `${ink}-tint`],
		['ink', `${ink}-tint`],
		['ink2', `${ink}-tint`]
	]),
	['ink3', 'quiet'],
	['terminal-ink', 'terminal'],
	['terminal-ink2', 'terminal'],
	['on-api', 'api']
] as [string, string][];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	it.each(pairs)('%s on %s can be read as text', (text, ground) => {
		expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
	});
});
