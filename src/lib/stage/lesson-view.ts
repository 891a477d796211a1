import type { MessageKey } from '#lib/i18n/message.ts';
import type { Caption } from '#lib/scene/caption.ts';
import type { Timeline } from '#lib/scene/timeline.ts';
import type { Scenario } from '#lib/source/scenario.ts';

/** One line of the list of lessons. */
export interface LessonLink {
	readonly id: string;
	readonly chapter: MessageKey;
	readonly title: MessageKey;
	readonly href: string;
}

/** The first picture, made before there is a browser. */
export interface Poster {
	readonly width: number;
	readonly height: number;
	/** Inner markup of the picture. */
	readonly svg: string;
	readonly caption: Caption;
	readonly timeline: Timeline;
	/** Width that the timeline was made for, px. */
	readonly timelineWidth: number;
}

/** What a lesson's page shows; plain data. */
export interface LessonView {
	readonly id: string;
	readonly scenario: Scenario;
	readonly lessons: readonly LessonLink[];
	readonly poster: Poster;
}
