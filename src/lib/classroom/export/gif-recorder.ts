import { GIFEncoder, type GifPalette } from 'gifenc';
import { themes } from '#lib/scene/tokens.ts';
import type { Recorder } from './film.ts';
import type { Shot } from './film-frames.ts';
import { blendedPalette, PaletteMap } from './gif-palette.ts';

/** Records a GIF: 12.5 pictures a second, one palette made of the theme's inks, of each picture only what has changed. */
export class GifRecorder implements Recorder {
	/** A GIF counts in hundredths of a second. */
	readonly frameMs = 80;
	readonly #context: OffscreenCanvasRenderingContext2D;
	readonly #gif = GIFEncoder();
	readonly #palette: GifPalette = blendedPalette(themes.light);
	readonly #map = new PaletteMap(this.#palette);
	#before: Uint32Array | undefined;

	constructor(context: OffscreenCanvasRenderingContext2D) {
		this.#context = context;
	}

	take({ frames }: Omit<Shot, 'scene'>): Promise<void> {
		const { width, height } = this.#context.canvas;
		const { data } = this.#context.getImageData(0, 0, width, height);
		const pixels = new Uint32Array(data.buffer);
		const first = this.#before === undefined;
		this.#gif.writeFrame(this.#map.indexes(pixels, this.#before), width, height, {
			...(first && { palette: this.#palette, repeat: 0 }),
			delay: frames * this.frameMs,
			transparent: !first,
			transparentIndex: 0,
			// Each picture is drawn over the one before.
			dispose: 1
		});
		this.#before = pixels;
		return Promise.resolve();
	}

	finish(): Promise<Blob> {
		this.#gif.finish();
		return Promise.resolve(new Blob([this.#gif.bytes()], { type: 'image/gif' }));
	}

	cancel(): Promise<void> {
		this.#before = undefined;
		return Promise.resolve();
	}
}
