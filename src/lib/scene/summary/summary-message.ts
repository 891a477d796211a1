import { summary } from '#lib/i18n/messages/summary.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** What a picture in words says; it comes with what draws the picture. */
export const summaryMessage = speaker(summary);
