import { share } from '#lib/i18n/messages/share.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** What the parts that hand a lesson over say. */
export const say = speaker(share);
