import { formatMessage } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { captionAt, type Caption } from '#lib/scene/caption.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Lesson } from './lesson.ts';
import { findMoment } from './moment.ts';

/** The caption of a lesson: its own sentence where a cue stands, the general one elsewhere. */
export function lessonCaptionAt(
	lesson: Lesson,
	index: TraceIndex,
	clusterMs: number,
	locale: Locale
): Caption {
	const general = captionAt(index, clusterMs, locale);
	const { trace } = index;
	for (const { when, say } of [...lesson.cues].reverse()) {
		const beat = findMoment(trace, when);
		if (!beat || beat.atMs > clusterMs || beat.atMs < general.sinceMs) continue;
		return { ...general, sentence: formatMessage(locale, say), seq: beat.seq, sinceMs: beat.atMs };
	}
	return general;
}
