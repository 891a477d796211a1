import { recorded } from '#lib/i18n/messages/recorded.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words about recordings of real clusters; they come with the picture. */
export const recordedMessage = speaker(recorded);
