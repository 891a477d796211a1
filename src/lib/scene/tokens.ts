import type { Ink } from './mark.ts';

export type ThemeName = 'light' | 'dark' | 'projector';

/** A colour for every ink, as `#RRGGBB`. */
export type Theme = Readonly<Record<Exclude<Ink, 'none'>, string>>;

const light: Theme = {
	paper: '#F6F5F1',
	surface: '#FFFFFF',
	raised: '#FBFAF7',
	ink: '#161A21',
	ink2: '#525C6B',
	ink3: '#626C7A',
	line: '#DEDBD3',
	line2: '#C9C5BB',
	api: '#2B5FC7',
	watch: '#07736B',
	write: '#935700',
	cri: '#7247B5',
	ok: '#157A45',
	bad: '#B8322A',
	'api-tint': '#E3EAF8',
	'watch-tint': '#DDF0EE',
	'write-tint': '#F8EBD8',
	'cri-tint': '#EEE7F8',
	'ok-tint': '#DFF1E6',
	'bad-tint': '#F9E4E1',
	quiet: '#F4F2ED',
	terminal: '#1B212B',
	'terminal-ink': '#EEF2F8',
	'terminal-ink2': '#98A3B3',
	version1: '#0072B2',
	version2: '#AD5200',
	version3: '#7A5195',
	version4: '#3B7D4F'
};

const dark: Theme = {
	paper: '#0C1016',
	surface: '#141A23',
	raised: '#10161E',
	ink: '#EEF2F8',
	ink2: '#A3AFC0',
	ink3: '#8592A4',
	line: '#263041',
	line2: '#364356',
	api: '#7FA9FF',
	watch: '#4FD0C2',
	write: '#F0B455',
	cri: '#BE9CF5',
	ok: '#62D394',
	bad: '#FF8A80',
	'api-tint': '#1B2944',
	'watch-tint': '#12302F',
	'write-tint': '#33270F',
	'cri-tint': '#2A2140',
	'ok-tint': '#14301F',
	'bad-tint': '#3A1B1B',
	quiet: '#0E131A',
	terminal: '#06090D',
	'terminal-ink': '#EEF2F8',
	'terminal-ink2': '#8592A4',
	version1: '#56B4E9',
	version2: '#F0A04B',
	version3: '#C9A0DC',
	version4: '#7BC796'
};

/** For weak projectors in bright rooms: the light theme with everything faint made strong, text at 7 : 1. */
const projector: Theme = {
	...light,
	paper: '#FFFFFF',
	raised: '#FFFFFF',
	quiet: '#FFFFFF',
	ink: '#000000',
	ink2: '#2B323D',
	ink3: '#414A57',
	line: '#8F8C84',
	line2: '#6B6962',
	api: '#1D4CAB',
	watch: '#055F58',
	write: '#764600',
	cri: '#5D35A0',
	ok: '#0B5C31',
	bad: '#9C231C',
	terminal: '#000000',
	'terminal-ink': '#FFFFFF',
	'terminal-ink2': '#C4CCD8',
	version1: '#005A8C',
	version2: '#8A4100',
	version3: '#633C78',
	version4: '#275C38'
};

export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark, projector };

/** The CSS custom property that carries an ink on the page, e.g. `--api-tint`. */
export function inkVariable(ink: Exclude<Ink, 'none'>): string {
	return `--${ink}`;
}

/** Contrast ratio of two colours (`#RRGGBB`), 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
	const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => {
		const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
