import type { Locale } from '#lib/i18n/locale.ts';
import type { KeyAction } from '#lib/playback/keys.ts';
import type { Speed } from '#lib/playback/speed.ts';
import type { InsideName } from '#lib/scene/inside/inside-name.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { Drawn } from '../drawing/drawing.svelte.ts';

/** What is played. The presenter window runs the same scenarios itself: the same trace, so that only moments travel. */
export interface StoryMessage {
	readonly type: 'story';
	readonly kind: 'lesson' | 'comparison';
	readonly title: string;
	/** One, or those that stand beside each other. */
	readonly sides: readonly {
		readonly title: string;
		readonly note: string;
		readonly scenario: Scenario;
	}[];
}

/** Where the audience is; times are cluster ms. */
export interface StateMessage {
	readonly type: 'state';
	readonly atMs: number;
	readonly phase: 'paused' | 'playing' | 'scrubbing' | 'asked' | 'ended';
	readonly speed: Speed;
	readonly locale: Locale;
	readonly presenting: boolean;
	readonly blank: boolean;
	readonly picture: PictureState;
	readonly now: BeatWords;
	/** Null at the story's end. */
	readonly next: BeatWords | null;
	/** The question that is open or comes next. */
	readonly question: QuestionState | null;
}

/** How the picture is drawn there. */
export interface PictureState {
	/** Units of the scene. */
	readonly width: number;
	readonly height: number;
	readonly large: boolean;
	readonly view: 'stage' | 'sequence';
	readonly showAll: boolean;
	readonly showWatches: boolean;
	/** What stands opened below the bar. */
	readonly inside: InsideName | null;
	/** etcd key of the object under discussion, where one was chosen. */
	readonly focus: string | null;
	/** What the zoom does: `x' = k·x + tx`. */
	readonly k: number;
	readonly x: number;
	readonly y: number;
}

/** What is said at a beat, and what the lecturer may say. */
export interface BeatWords {
	readonly sentence: string;
	readonly fact: string;
	readonly note: string;
}

export interface QuestionState {
	readonly ask: string;
	readonly text: string;
	readonly state: 'later' | 'asked' | 'told';
	/** Where it is asked, ms since the story's start. */
	readonly storyMs: number;
	readonly answers: readonly {
		readonly say: string;
		readonly text: string;
		readonly right: boolean;
		readonly hands: number;
	}[];
}

export type DrawnMessage = { readonly type: 'drawn' } & Drawn;

/** What the presenter window asks of the audience's. */
export type PresenterMessage =
	/** It is there, and wants to know everything; said once a second. */
	| { readonly type: 'hello'; readonly knows: boolean }
	| { readonly type: 'do'; readonly action: KeyAction; readonly key: string }
	/** To a moment of cluster time. */
	| { readonly type: 'seek'; readonly atMs: number }
	| { readonly type: 'choose'; readonly ask: string; readonly say: string | null }
	| {
			readonly type: 'hands';
			readonly ask: string;
			readonly say: string;
			readonly count: number;
	  };

export type Message = StoryMessage | StateMessage | DrawnMessage | PresenterMessage;
