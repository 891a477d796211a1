import type { Locale } from '#lib/i18n/locale.ts';
import { timeline } from '#lib/scene/timeline.ts';
import type { CaptionAt } from '#lib/stage/lesson-view.ts';
import type { ShownRun } from '#lib/stage/run.ts';
import { narrationOf } from '#lib/trace/narration.ts';
import { transcript, type TranscriptLine } from './transcript.ts';

/** The story of one cluster as text, in a language. */
export function lessonTranscript(
	{ trace, index, tempo }: ShownRun,
	captionAt: CaptionAt,
	locale: Locale
): readonly TranscriptLine[] {
	const { ticks } = timeline(trace, tempo, { width: 1, barHeight: 1, locale });
	const told = narrationOf(trace).map(({ atMs }) => atMs);
	return transcript(tempo.startMs, ticks, told, (atMs) => captionAt(index, atMs, locale).sentence);
}
