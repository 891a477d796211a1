import { insideResources } from '#lib/i18n/messages/inside-resources.ts';
import { speaker } from '#lib/i18n/speaker.ts';

/** Words of what a node has promised and what is used of it. */
export const resourcesMessage = speaker(insideResources);
