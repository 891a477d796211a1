import { describe, expect, it } from 'vitest';
import { themes } from '#lib/scene/tokens.ts';
import { blendedPalette, PaletteMap } from './gif-palette.ts';

const palette = blendedPalette(themes.light);
const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
/** A pixel as it stands in memory, RGBA. */
const pixel = ([r = 0, g = 0, b = 0]: readonly number[]) =>
	((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;

describe('the palette of a GIF', () => {
	it('has every ink of the theme exactly, and no more colours than a GIF may', () => {
		expect(palette.length).toBeLessThanOrEqual(256);
		for (const ink of Object.values(themes.light)) {
			expect(palette.slice(1)).toContainEqual(channels(ink));
		}
	});

	it('gives each pixel the nearest colour, and what has not changed the place that says so', () => {
		const map = new PaletteMap(palette);
		const ink = channels(themes.light.ink);
		const nearly = ink.map((channel) => channel + 1);
		const picture = new Uint32Array([ink, nearly, ink].map(pixel));
		const [first, second] = map.indexes(picture, undefined);
		expect(palette[first!]).toEqual(ink);
		expect(palette[second!]).toEqual(ink);
		const before = new Uint32Array([ink, ink, ink].map(pixel));
		expect([...map.indexes(picture, before)]).toEqual([0, second, 0]);
	});
});
