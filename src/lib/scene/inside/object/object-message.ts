import { insideObject } from '#lib/i18n/messages/inside-object.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of an object and who writes what of it. */
export const objectMessage = speaker(insideObject);
