import type { MessageKey } from '#lib/i18n/message.ts';
import type { Caption } from '#lib/scene/caption.ts';
import type { InsideName } from '#lib/scene/inside/inside-name.ts';
import type { Timeline } from '#lib/scene/timeline.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Locale } from '#lib/i18n/locale.ts';

/** Says what is happening at a moment of cluster time. */
export type CaptionAt = (index: TraceIndex, clusterMs: number, locale: Locale) => Caption;

/** One line of the list of lessons. */
export interface LessonLink {
	readonly id: string;
	/** Undefined where the title says enough. */
	readonly chapter?: MessageKey;
	readonly title: Readonly<Record<Locale, string>>;
	readonly href: string;
}

/** How a lesson begins: what is drawn beside what always is. */
export interface ShownAtFirst {
	readonly showWatches?: boolean;
	readonly inside?: InsideName;
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
