import { message } from '#lib/i18n/message.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { TraceIndex } from '#lib/trace/state-at.ts';

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
}

/** Never says more than the trace shows up to this moment. */
export function captionAt(_index: TraceIndex, _clusterMs: number, locale: Locale): Caption {
	return { sentence: message(locale, 'caption.quiet'), call: null, fact: '', seq: null };
}
