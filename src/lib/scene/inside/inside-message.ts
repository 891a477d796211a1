import { inside } from '#lib/i18n/messages/inside.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of what stands opened; they come with the picture. */
export const insideMessage = speaker(inside);
