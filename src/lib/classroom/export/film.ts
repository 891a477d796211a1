import { themes } from '#lib/scene/tokens.ts';
import { drawScene } from './draw-scene.ts';
import { frameCount, shotsOf, type Reel, type Shot } from './film-frames.ts';
import { nextTurn } from './next-turn.ts';
import { loadFonts, pageFonts } from './page-fonts.ts';
import type { Size, Story } from './story.ts';

export type FilmKind = 'mp4' | 'webm' | 'gif';

export interface FilmOrder {
	readonly story: Story;
	readonly reel: Reel;
	readonly kind: FilmKind;
	readonly size: Size;
}

export interface FilmProgress {
	/** Aborted: no more is drawn, and `makeFilm` rejects with the signal's reason. */
	readonly signal: AbortSignal;
	/** Share that is done, 0 to 1. */
	readonly tell: (share: number) => void;
}

/** Takes shots, in order, from a canvas that they are drawn on. */
export interface Recorder {
	/** Duration of a frame, ms. */
	readonly frameMs: number;
	take(shot: Omit<Shot, 'scene'>): Promise<void>;
	finish(): Promise<Blob>;
	cancel(): Promise<void>;
}

/** Work goes on so long before the page may answer, ms. */
const turnMs = 24;

/** Films a part of a story, in the light theme. The same order gives the same pictures, however long drawing takes. */
export async function makeFilm(
	{ story, reel, kind, size }: FilmOrder,
	{ signal, tell }: FilmProgress
): Promise<Blob> {
	await loadFonts();
	const canvas = new OffscreenCanvas(size.width, size.height);
	const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
	if (!context) throw new Error('OffscreenCanvas');
	const fonts = pageFonts();
	const recorder = await recorderFor(kind, canvas, context);
	const count = frameCount(reel, recorder.frameMs);
	let turnEnds = performance.now() + turnMs;
	try {
		for (const { scene, frame, frames } of shotsOf(story, reel, recorder.frameMs, size)) {
			signal.throwIfAborted();
			drawScene(context, scene, themes.light, fonts);
			await recorder.take({ frame, frames });
			tell((frame + frames) / count);
			if (performance.now() < turnEnds) continue;
			await nextTurn();
			turnEnds = performance.now() + turnMs;
		}
		return await recorder.finish();
	} catch (problem) {
		await recorder.cancel();
		throw problem;
	}
}

async function recorderFor(
	kind: FilmKind,
	canvas: OffscreenCanvas,
	context: OffscreenCanvasRenderingContext2D
): Promise<Recorder> {
	if (kind === 'gif') return new (await import('./gif-recorder.ts')).GifRecorder(context);
	return (await import('./video-recorder.ts')).videoRecorder(kind, canvas);
}
