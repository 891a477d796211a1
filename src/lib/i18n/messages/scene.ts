import { defineMessages } from '../define-messages.ts';

/** Words inside the picture, names of beats, and the picture in words. */
export const scene = defineMessages(
	{ 'scene.you': 'you' },
	{ 'scene.you': '你' },
	{ 'scene.you': '你' }
);
