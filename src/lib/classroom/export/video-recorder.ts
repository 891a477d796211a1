import {
	BufferTarget,
	CanvasSource,
	getFirstEncodableVideoCodec,
	Mp4OutputFormat,
	Output,
	Quality,
	WebMOutputFormat,
	type VideoCodec
} from 'mediabunny';
import type { Recorder } from './film.ts';
import type { Size } from './story.ts';

export type VideoKind = 'mp4' | 'webm';

const framesPerSecond = 30;
const quality = new Quality('high');

/** What players know best, first. */
const codecs: Readonly<Record<VideoKind, VideoCodec[]>> = {
	mp4: ['avc', 'hevc'],
	webm: ['vp9', 'vp8']
};

const mimeTypes: Readonly<Record<VideoKind, string>> = { mp4: 'video/mp4', webm: 'video/webm' };

const codecFor = (kind: VideoKind, size: Size) =>
	typeof VideoEncoder === 'undefined'
		? null
		: getFirstEncodableVideoCodec(codecs[kind], { ...size, quality });

/**
 * The kinds of video that this browser can encode at a size. WebM comes first: its codecs are told how good each frame must
 * be, so the same film is the same file, while an encoder of H.264 keeps to a bit rate as its threads come along.
 */
export async function videoKinds(size: Size): Promise<readonly VideoKind[]> {
	const kinds = ['webm', 'mp4'] as const;
	const found = await Promise.all(kinds.map((kind) => codecFor(kind, size)));
	return kinds.filter((_, i) => found[i] !== null);
}

/** Encodes what is drawn on a canvas. Throws where the browser has no encoder for it. */
export async function videoRecorder(kind: VideoKind, canvas: OffscreenCanvas): Promise<Recorder> {
	const codec = await codecFor(kind, canvas);
	if (!codec) throw new Error(`VideoEncoder: ${kind}`);
	const target = new BufferTarget();
	const format = kind === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat();
	const output = new Output({ format, target });
	const source = new CanvasSource(canvas, {
		codec,
		quality,
		// Every frame as good as it can be, none left out to be in time.
		latencyMode: 'quality'
	});
	output.addVideoTrack(source, { frameRate: framesPerSecond });
	await output.start();
	return {
		frameMs: 1000 / framesPerSecond,
		take: ({ frame, frames }) => source.add(frame / framesPerSecond, frames / framesPerSecond),
		finish: async () => {
			await output.finalize();
			return new Blob(target.buffer ? [target.buffer] : [], { type: mimeTypes[kind] });
		},
		cancel: () => output.cancel()
	};
}
