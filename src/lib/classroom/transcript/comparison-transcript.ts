import type { Locale } from '#lib/i18n/locale.ts';
import { comparisonCaption } from '#lib/scene/compare/comparison-caption.ts';
import { comparisonBeats } from '#lib/scene/compare/comparison-timeline.ts';
import type { ComparedSide } from '#lib/scene/compare/compared-side.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { transcript, type TranscriptLine } from './transcript.ts';

/** The story of clusters side by side as text, in a language. */
export function comparisonTranscript(
	sides: readonly ComparedSide[],
	{ startMs, endMs }: Pick<Tempo, 'startMs' | 'endMs'>,
	locale: Locale
): readonly TranscriptLine[] {
	const sentenceAt = (atMs: number) => comparisonCaption(sides, atMs, locale).sentence;
	return transcript(startMs, comparisonBeats(sides, locale), [endMs], sentenceAt);
}
