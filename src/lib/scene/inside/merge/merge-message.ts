import { insideMerge } from '#lib/i18n/messages/inside-merge.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of a write that is shown field by field. */
export const mergeMessage = speaker(insideMerge);
