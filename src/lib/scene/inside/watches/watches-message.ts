import { insideWatches } from '#lib/i18n/messages/inside-watches.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of lists and watches. */
export const watchesMessage = speaker(insideWatches);
