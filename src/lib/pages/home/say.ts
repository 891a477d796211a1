import { home } from '#lib/i18n/messages/home.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** What the first page says. */
export const say = speaker(home);
