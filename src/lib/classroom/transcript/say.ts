import { summary } from '#lib/i18n/messages/summary.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** What the panel of words says. */
export const say = speaker(summary);
