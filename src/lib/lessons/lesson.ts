import type { Locale } from '#lib/i18n/locale.ts';
import type { InsideName } from '#lib/scene/inside/inside-name.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { ChapterId } from './chapters.ts';
import type { Fact } from './fact.ts';
import type { Moment } from './moment.ts';

/** A lesson is data: what is done to the cluster, what is said and asked when, and what must turn out to be true. */
export interface Lesson {
	readonly id: string;
	readonly chapter?: ChapterId;
	readonly scenario: Scenario;
	/** Opens with what each component watches written beside it. */
	readonly showWatches?: true;
	/** Opens with a part of the cluster enlarged below the bar. */
	readonly inside?: InsideName;
	/** Said in place of the general captions, from a moment on until the second next thing that can be told. */
	readonly cues: readonly Cue[];
	readonly questions: readonly Question[];
	/** Claims of the lesson, asserted on its recording. */
	readonly facts: readonly Fact[];
	/** A language that the lesson doesn't speak has the words of one that it does. */
	readonly texts: Readonly<Record<Locale, LessonText>>;
}

export interface Cue {
	readonly when: Moment;
	/** Names a sentence of the texts' `cues`; the speaker's note of the same name is in `notes`. */
	readonly say: string;
}

/** Asks what is about to happen. */
export interface Question {
	/** Names its words in the texts' `questions`. */
	readonly ask: string;
	/** Play stops just before this; from there on nothing is shown until it is answered. */
	readonly stop: Moment;
	/** When the picture has shown the answer. */
	readonly shown: Moment;
	/** Two to four. */
	readonly answers: readonly Answer[];
}

export interface Answer {
	/** Names its words in the texts' `questions[ask].answers`. */
	readonly say: string;
	/** The answer is right when the recording bears this out: the simulation answers, not a text. */
	readonly right: Fact;
}

/** A lesson's words in one language. */
export interface LessonText {
	readonly title: string;
	/** What is to be seen, in a sentence. */
	readonly summary: string;
	readonly cues: Readonly<Record<string, string>>;
	/** What a lecturer says beyond a cue; not every cue has one. */
	readonly notes: Readonly<Record<string, string>>;
	readonly questions: Readonly<Record<string, QuestionText>>;
}

export interface QuestionText {
	readonly ask: string;
	readonly answers: Readonly<Record<string, string>>;
}
