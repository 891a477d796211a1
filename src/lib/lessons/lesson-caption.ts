import type { Locale } from '#lib/i18n/locale.ts';
import { captionAt, type Caption } from '#lib/scene/caption.ts';
import { makeTempo } from '#lib/tempo/make-tempo.ts';
import type { Tempo } from '#lib/tempo/tempo.ts';
import { narrationOf } from '#lib/trace/narration.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { Lesson } from './lesson.ts';
import { placedCues } from './placed-cues.ts';

/** Screen time that it takes to read a character, ms. */
const readingMs: Readonly<Record<Locale, number>> = { en: 45, 'zh-Hant': 110, 'zh-Hans': 110 };

/**
 * The caption of a lesson: its own sentence where a cue stands, the general one elsewhere. The last cue is said to the
 * end: it is what to take home.
 */
export function lessonCaptionAt(
	{ cues, texts }: Pick<Lesson, 'cues' | 'texts'>,
	index: TraceIndex,
	clusterMs: number,
	locale: Locale
): Caption {
	const placed = placedCues(cues, index.trace);
	const last = placed.length - 1;
	for (const [i, { say, seq, atMs }] of [...placed.entries()].reverse()) {
		if (atMs > clusterMs) continue;
		const sentence = texts[locale].cues[say] ?? '';
		const neededMs = sentence.length * readingMs[locale];
		if (i < last && cueEndMs(index.trace, atMs, neededMs) <= clusterMs) break;
		const general = captionAt(index, atMs, locale);
		return { ...general, sentence, seq, sinceMs: atMs };
	}
	return captionAt(index, clusterMs, locale);
}

/** Until when a cue is said that begins at a moment: the first thing that can be told after it has been read. */
function cueEndMs(trace: Trace, fromMs: number, neededMs: number): number {
	const { toScreen } = tempoOf(trace);
	const readMs = toScreen(fromMs) + neededMs;
	const next = narrationOf(trace).find(({ atMs }) => atMs > fromMs && toScreen(atMs) >= readMs);
	return next?.atMs ?? trace.header.endMs;
}

const tempos = new WeakMap<Trace, Tempo>();

function tempoOf(trace: Trace): Tempo {
	let tempo = tempos.get(trace);
	if (!tempo) {
		tempo = makeTempo(trace, 'lesson');
		tempos.set(trace, tempo);
	}
	return tempo;
}
