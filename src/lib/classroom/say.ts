import { classroom } from '#lib/i18n/messages/classroom.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Says a sentence of the classroom. */
export const say = speaker(classroom);
