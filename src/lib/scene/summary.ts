import type { Locale } from '#lib/i18n/locale.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import { captionAt } from './caption.ts';

/** The picture in words, a sentence each, for those who hear it. */
export function summaryAt(index: TraceIndex, clusterMs: number, locale: Locale): readonly string[] {
	return [captionAt(index, clusterMs, locale).sentence];
}
