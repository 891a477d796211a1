import type { MessageKey } from '#lib/i18n/message.ts';
import type { Lesson, LessonId } from './lesson.ts';

/** A line of the list of lessons; the lesson itself comes when it is asked for. */
export interface LessonEntry {
	readonly id: LessonId;
	readonly chapter: MessageKey;
	readonly title: MessageKey;
	load(): Promise<Lesson>;
}

/** In the order in which they are best taken. */
export const lessonEntries: readonly LessonEntry[] = [
	{
		id: 'anatomy',
		chapter: 'lesson.chapter.architecture',
		title: 'lesson.anatomy.title',
		load: async () => (await import('./anatomy/lesson.ts')).anatomy
	},
	{
		id: 'create-pod',
		chapter: 'lesson.chapter.architecture',
		title: 'lesson.create-pod.title',
		load: async () => (await import('./create-pod/lesson.ts')).createPod
	},
	{
		id: 'pod-phases',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.pod-phases.title',
		load: async () => (await import('./pod-phases/lesson.ts')).podPhases
	},
	{
		id: 'image-pull',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.image-pull.title',
		load: async () => (await import('./image-pull/lesson.ts')).imagePull
	},
	{
		id: 'termination',
		chapter: 'lesson.chapter.pods',
		title: 'lesson.termination.title',
		load: async () => (await import('./termination/lesson.ts')).termination
	}
];
