import { insideAccess } from '#lib/i18n/messages/inside-access.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of who may do what. */
export const accessMessage = speaker(insideAccess);
