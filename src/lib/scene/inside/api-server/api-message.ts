import { insideApi } from '#lib/i18n/messages/inside-api.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of what can be seen inside the API server. */
export const apiMessage = speaker(insideApi);
