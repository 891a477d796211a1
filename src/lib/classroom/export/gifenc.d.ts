declare module 'gifenc' {
	/** RGB, 0 to 255 each. */
	export type GifPalette = number[][];

	export interface GifFrame {
		readonly palette?: GifPalette;
		readonly transparent?: boolean;
		readonly transparentIndex?: number;
		/** ms. */
		readonly delay?: number;
		/** How often the film is shown; 0: for ever. */
		readonly repeat?: number;
		readonly dispose?: number;
	}

	export interface GifStream {
		writeFrame(indexes: Uint8Array, width: number, height: number, frame: GifFrame): void;
		finish(): void;
		bytes(): Uint8Array<ArrayBuffer>;
	}

	export function GIFEncoder(): GifStream;
}
