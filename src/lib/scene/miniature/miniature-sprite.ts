import type { Scene } from '../mark.ts';
import { sceneToSvg } from '../svg.ts';

/** Pictures by name in one file, of which each can be used by its name; colours are those of the page that uses it. */
export function miniatureSprite(pictures: ReadonlyMap<string, Scene>): string {
	const symbols = [...pictures].map(([id, scene]) =>
		sceneToSvg(scene, 'css-variables')
			.replace(/^<svg xmlns="[^"]*"/, `<symbol id="${id}"`)
			.replace(/<\/svg>$/, '</symbol>')
	);
	// One pattern for all: each picture brings its own under the same name.
	const [hatch = ''] = /<defs>.*?<\/defs>/.exec(symbols[0] ?? '') ?? [];
	const bare = symbols.map((symbol) => symbol.replace(hatch, ''));
	return `<svg xmlns="http://www.w3.org/2000/svg">${hatch}${bare.join('\n')}</svg>\n`;
}
