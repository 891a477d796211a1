import { themes } from '#lib/scene/tokens.ts';

type InkName = keyof typeof themes.light;

const names = Object.keys(themes.light) as InkName[];

/** The style sheet of the inks, from the scene's tokens; `tokens.css` is what this gave last. */
export function themeCss(): string {
	const { light, dark } = themes;
	const both = names
		.map((name) => {
			const [day, night] = [light[name].toLowerCase(), dark[name].toLowerCase()];
			return `\t--${name}: ${day === night ? day : `light-dark(${day}, ${night})`};`;
		})
		.join('\n');
	const projector = names
		.map((name) => `\t--${name}: ${themes.projector[name].toLowerCase()};`)
		.join('\n');
	return [
		"/* Made by theme-css.ts. `color-scheme` picks the theme: the system's, unless a person chose one. */",
		`:root {\n\tcolor-scheme: light dark;\n\t--on-api: light-dark(#ffffff, #0c1016);\n${both}\n}`,
		":root[data-theme='light'] {\n\tcolor-scheme: light;\n}",
		":root[data-theme='dark'] {\n\tcolor-scheme: dark;\n}",
		`:root[data-theme='projector'] {\n\tcolor-scheme: light;\n${projector}\n}`,
		...names.map((name) => `.f-${name} {\n\tfill: var(--${name});\n}`),
		...names.map((name) => `.s-${name} {\n\tstroke: var(--${name});\n}`)
	]
		.join('\n\n')
		.concat('\n');
}
