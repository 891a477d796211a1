import type { Locale } from '#lib/i18n/locale.ts';
import { rolloutsOf } from '#lib/trace/rollouts.ts';
import type { Trace } from '#lib/trace/trace.ts';
import { say } from '../say.ts';

/** What a lecturer may say beside two strategies: before their update, while it goes on, when both are done. */
export function comparisonNote(traces: readonly Trace[], atMs: number, locale: Locale): string {
	const updates = traces.map((trace) => rolloutsOf(trace)[0]);
	if (!updates.some((update) => update && update.startMs <= atMs)) {
		return say(locale, 'compare.note.before');
	}
	const over = updates.every((update) => update && update.endMs <= atMs);
	return say(locale, over ? 'compare.note.after' : 'compare.note.during');
}
