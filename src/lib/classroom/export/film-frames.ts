import type { Scene } from '#lib/scene/mark.ts';
import { framedScene } from './framed-scene.ts';
import type { Size, Story } from './story.ts';

/** What of a story is filmed, ms of screen time. */
export interface Reel {
	readonly fromMs: number;
	readonly toMs: number;
}

/** A picture that stands for so many frames. */
export interface Shot {
	readonly scene: Scene;
	/** Number of its first frame. */
	readonly frame: number;
	readonly frames: number;
}

/** No picture stands longer than this without being given anew, so that a player can go to any moment, ms. */
const longestMs = 500;

/** How many frames a part of a story has; the last shows its end. */
export function frameCount({ fromMs, toMs }: Reel, frameMs: number): number {
	return Math.floor((toMs - fromMs) / frameMs + 1e-9) + 1;
}

/**
 * The pictures of a story at a fixed frame rate, off any clock: frame n shows the moment n × `frameMs` after the start.
 * Frames in which nothing moves are one shot.
 */
export function* shotsOf(story: Story, reel: Reel, frameMs: number, size: Size): Generator<Shot> {
	const count = frameCount(reel, frameMs);
	const longest = Math.max(1, Math.floor(longestMs / frameMs));
	let shot: Shot | undefined;
	let known = '';
	for (let frame = 0; frame < count; frame++) {
		const screenMs = Math.min(reel.toMs, reel.fromMs + frame * frameMs);
		const scene = framedScene(story, story.tempo.toCluster(screenMs), size);
		const looks = JSON.stringify(scene.marks);
		if (shot && looks === known && shot.frames < longest) {
			shot = { ...shot, frames: shot.frames + 1 };
			continue;
		}
		if (shot) yield shot;
		shot = { scene, frame, frames: 1 };
		known = looks;
	}
	if (shot) yield shot;
}
