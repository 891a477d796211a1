import type { GifPalette } from 'gifenc';
import type { Theme } from '#lib/scene/tokens.ts';

type Colour = readonly [number, number, number];

const channels = (hex: string): Colour => [
	parseInt(hex.slice(1, 3), 16),
	parseInt(hex.slice(3, 5), 16),
	parseInt(hex.slice(5, 7), 16)
];

/** Where the edge of a shape or letter is smoothed, so much of it covers a pixel. */
const shares = [1 / 3, 2 / 3];

/** What things are drawn on. */
const grounds = ['paper', 'surface', 'terminal'] as const;

/**
 * 256 colours at most: the theme's inks exactly, and each of them halfway to what it is drawn on. The first stands for
 * "as before".
 */
export function blendedPalette(theme: Theme): GifPalette {
	const colours = new Map<string, Colour>();
	const add = (colour: Colour) => colours.set(colour.join(), colour);
	const inks = Object.values(theme).map(channels);
	inks.forEach(add);
	for (const ground of grounds.map((name) => channels(theme[name]))) {
		for (const ink of inks) {
			for (const share of shares) {
				const mix = (i: 0 | 1 | 2) => Math.round(ground[i] + (ink[i] - ground[i]) * share);
				add([mix(0), mix(1), mix(2)]);
			}
		}
	}
	return [[0, 0, 0], ...[...colours.values()].slice(0, 255)].map((colour) => [...colour]);
}

/** Finds colours in a palette whose first entry stands for "as before". */
export class PaletteMap {
	readonly #palette: GifPalette;
	/** Pixel as it stands in memory → place in the palette. */
	readonly #known = new Map<number, number>();

	constructor(palette: GifPalette) {
		this.#palette = palette;
	}

	/** Places in the palette of a picture's pixels (RGBA in memory); 0 where the picture before has the same. */
	indexes(pixels: Uint32Array, before: Uint32Array | undefined): Uint8Array {
		const indexes = new Uint8Array(pixels.length);
		let last = 0;
		let lastIndex = 0;
		for (let i = 0; i < pixels.length; i++) {
			const pixel = pixels[i]!;
			if (before && before[i] === pixel) continue;
			if (pixel !== last || lastIndex === 0) {
				last = pixel;
				lastIndex = this.#known.get(pixel) ?? this.#find(pixel);
			}
			indexes[i] = lastIndex;
		}
		return indexes;
	}

	#find(pixel: number): number {
		const [red, green, blue] = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
		let [nearest, least] = [1, Infinity];
		this.#palette.forEach(([r = 0, g = 0, b = 0], place) => {
			const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
			if (place > 0 && distance < least) [nearest, least] = [place, distance];
		});
		this.#known.set(pixel, nearest);
		return nearest;
	}
}
