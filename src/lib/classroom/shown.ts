import type { Caption } from '#lib/scene/caption.ts';
import type { Camera } from '#lib/stage/camera.svelte.ts';
import type { Playback } from '#lib/stage/playback.svelte.ts';
import type { Question } from './prediction/question.ts';
import type { PictureState, StoryMessage } from './presenter/message.ts';

/** What a page plays, as a classroom needs it. Times are cluster ms. */
export interface Shown {
	readonly playback: Playback;
	readonly camera: Camera;
	/** Names the story, e.g. `create-pod`. */
	readonly id: string;
	/** Where the presenter's page is, relative to this one. */
	readonly presenterHref: string;
	/** What the presenter window runs; undefined before anything is on. */
	story(): Omit<StoryMessage, 'type'> | undefined;
	captionAt(atMs: number): Caption | undefined;
	/** What the lecturer may say at a moment; empty where nothing is noted. */
	noteAt(atMs: number): string;
	questions(): readonly Question[];
	/** What a link to this moment says, after `#`. */
	link(): string;
	/** How the picture is drawn. */
	picture(): Pick<PictureState, 'view' | 'showAll' | 'showWatches' | 'inside' | 'focus'>;
}
