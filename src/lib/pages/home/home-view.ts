import type { Locale } from '#lib/i18n/locale.ts';
import type { LessonLink, Poster } from '#lib/stage/lesson-view.ts';

/** A lesson as the gallery shows it; the order is that of the list. */
export interface HomeLesson extends LessonLink {
	readonly chapter: NonNullable<LessonLink['chapter']>;
	readonly summary: Readonly<Record<Locale, string>>;
}

/** What the first page shows; plain data. */
export interface HomeView {
	/** In the order in which they are best taken; those of a chapter stand together. */
	readonly lessons: readonly HomeLesson[];
	/** The lesson for who comes first, and its first picture, in which nothing can be pressed. */
	readonly first: { readonly id: string } & Pick<Poster, 'svg' | 'width' | 'height' | 'caption'>;
	/** Where all lessons stand in small, in one file. */
	readonly miniatures: string;
}
