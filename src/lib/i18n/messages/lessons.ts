import { defineMessages } from '../define-messages.ts';

/** Titles, cues and claims of the lessons. */
export const lessons = defineMessages(
	{ 'lesson.anatomy.title': 'What is in a cluster' },
	{ 'lesson.anatomy.title': '叢集裡有什麼' },
	{ 'lesson.anatomy.title': '集群里有什么' }
);
