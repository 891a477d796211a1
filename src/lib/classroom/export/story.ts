import type { Locale } from '#lib/i18n/locale.ts';
import type { Caption } from '#lib/scene/caption.ts';
import type { Scene } from '#lib/scene/mark.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import type { Question } from '../prediction/question.ts';

/** What a page plays, as something that can be handed out: pictures and words of any of its moments. */
export interface Story {
	/** Begins names of files, e.g. `create-pod`. */
	readonly id: string;
	/** Below the app's own address, e.g. `lessons/create-pod/`. */
	readonly path: string;
	readonly title: string;
	/** It came as a file: no link leads to it. */
	readonly own?: boolean;
	readonly locale: Locale;
	readonly tempo: Tempo;
	/** Cluster time of the play head, ms. */
	readonly atMs: number;
	/** What a link to this moment says, after `#`. */
	readonly state: string;
	/** Its named moments in order of time. */
	readonly beats: readonly StoryBeat[];
	/** What is asked before it is shown. */
	readonly questions: readonly Question[];
	/** The picture at a moment of cluster time, px. */
	sceneAt(clusterMs: number, look: Look): Scene;
	captionAt(clusterMs: number): Caption;
}

export interface StoryBeat {
	/** Cluster time, ms. */
	readonly atMs: number;
	readonly label: string;
}

/** How large a picture is; `large` gives it type for a small print. */
export interface Look extends Size {
	readonly large?: boolean;
}

/** px. */
export interface Size {
	readonly width: number;
	readonly height: number;
}
