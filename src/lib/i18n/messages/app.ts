import { defineMessages } from '../define-messages.ts';

/** Controls, panels and errors of the page. */
export const app = defineMessages(
	{ 'app.title': 'Kinetes' },
	{ 'app.title': 'Kinetes' },
	{ 'app.title': 'Kinetes' }
);
