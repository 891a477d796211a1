import { formatMessage, message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { bisect } from '#lib/trace/bisect.ts';
import type { Narration } from '#lib/trace/narration-topic.ts';
import { narrationOf } from '#lib/trace/narration.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { captionFact } from './caption-fact.ts';
import { recordedMessage } from './recorded/recorded-message.ts';

/** What is happening and why, for the foot of the stage. */
export interface Caption {
	/** One sentence. */
	readonly sentence: string;
	/** Verb and path of the call that it is about, in a machine's own words. */
	readonly call: string | null;
	/** Plain facts: time since the cause, who doesn't know yet. */
	readonly fact: string;
	/** The event that it tells of, for "Why?"; null when nothing has happened yet. */
	readonly seq: number | null;
	/** Since when it is said, cluster ms. */
	readonly sinceMs: number;
}

/** Never says more than the trace shows up to this moment. */
export function captionAt(
	{ trace }: Pick<TraceIndex, 'trace'>,
	clusterMs: number,
	locale: Locale
): Caption {
	const told = lastTold(narrationOf(trace), clusterMs);
	if (!told) {
		const sentence = message(locale, 'caption.quiet');
		return { sentence, call: null, fact: message(locale, 'fact.start'), seq: null, sinceMs: 0 };
	}
	return {
		sentence: formatMessage(locale, `caption.${told.topic}`, told.values),
		call: told.call ?? null,
		fact: withInference(trace, told.seq, captionFact(trace, told, locale), locale),
		seq: told.seq,
		sinceMs: told.atMs
	};
}

/** What a recording doesn't have says so. */
function withInference({ events }: Trace, seq: number, fact: string, locale: Locale): string {
	if (events[seq]?.inferred === undefined) return fact;
	const word = recordedMessage(locale, 'inferred.word');
	return fact === '' ? word : `${fact} · ${word}`;
}

/** The last narration that isn't later than `ms`. */
function lastTold(narration: readonly Narration[], ms: number): Narration | undefined {
	return narration[bisect(narration, ({ atMs }) => atMs > ms) - 1];
}
