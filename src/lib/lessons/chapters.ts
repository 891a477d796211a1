import type { MessageKey } from '#lib/i18n/message.ts';

/** In the order in which they are best taken. */
export const chapters = [
	'architecture',
	'pods',
	'controllers',
	'rollouts',
	'services',
	'using'
] as const;

export type ChapterId = (typeof chapters)[number];

/** What a chapter is called. */
export function chapterName(chapter: ChapterId): MessageKey {
	return `lesson.chapter.${chapter}`;
}
