import { themes, type Theme } from '#lib/scene/tokens.ts';

const white = '#FFFFFF';

/** Black on white, to save ink: areas are empty, and only what carries a meaning has a colour. */
const printTheme: Theme = {
	...themes.projector,
	paper: white,
	surface: white,
	raised: white,
	quiet: white,
	terminal: white,
	'terminal-ink': '#000000',
	'terminal-ink2': '#414A57'
};

/** Gives an element and all in it the inks of print, whatever theme the page has. */
export function printInks(element: HTMLElement): void {
	for (const [ink, colour] of Object.entries(printTheme)) {
		element.style.setProperty(`--${ink}`, colour);
	}
	element.style.setProperty('--on-api', white);
}
