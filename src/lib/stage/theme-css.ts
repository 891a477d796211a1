import { themes } from '#lib/scene/tokens.ts';

type InkName = keyof typeof themes.light;

const names = Object.keys(themes.light) as InkName[];

/** The style sheet of the inks, from the scene's tokens; `tokens.css` is what this gave last. */
export function themeCss(): string {
	const declare = (light: (typeof themes)['light']) =>
		names
			.map((name) => {
				const [day, night] = [light[name].toLowerCase(), themes.dark[name].toLowerCase()];
				return `\t--${name}: ${day === night ? day : `light-dark(${day}, ${night})`};`;
			})
			.join('\n');
	return [
		"/* Made by theme-css.ts. `color-scheme` picks the theme: the system's, unless a person chose one. */",
		`:root {\n\tcolor-scheme: light dark;\n\t--on-api: light-dark(#ffffff, #0c1016);\n${declare(themes.light)}\n}`,
		`:root[data-size='large'] {\n${declare(themes.projector)}\n}`,
		":root[data-theme='light'] {\n\tcolor-scheme: light;\n}",
		":root[data-theme='dark'] {\n\tcolor-scheme: dark;\n}",
		...names.map((name) => `.f-${name} {\n\tfill: var(--${name});\n}`),
		...names.map((name) => `.s-${name} {\n\tstroke: var(--${name});\n}`)
	]
		.join('\n\n')
		.concat('\n');
}
