import type { Locale } from '#lib/i18n/locale.ts';
import { recordedMessage } from '#lib/scene/recorded/recorded-message.ts';
import type { TraceEvent } from '#lib/trace/event.ts';

/** Why an event, or its cause, isn't recorded but inferred; undefined where the recording has both, or nothing was recorded. */
export function inferredNote(
	{ inferred, causeInferred, cause }: TraceEvent,
	locale: Locale
): string | undefined {
	if (inferred) return recordedMessage(locale, `inferred.${inferred}`);
	return causeInferred && cause !== null ? recordedMessage(locale, 'inferred.cause') : undefined;
}
