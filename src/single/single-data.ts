import type { HomeView } from '#lib/pages/home/home-view.ts';
import type { NodeSize } from '#lib/source/scenario.ts';
import type { LessonLink } from '#lib/stage/lesson-view.ts';

/** What the single file holds of all its pages. */
export interface SingleData {
	readonly home: HomeView;
	/** Everything that can be opened. */
	readonly links: readonly LessonLink[];
	/** Workers of the comparison. */
	readonly nodes: readonly NodeSize[];
	/** The lessons in small, as SVG. */
	readonly miniatures: string;
	/** Files of data by their paths in the app, e.g. `/lessons/create-pod/lesson.json`. */
	readonly files: Readonly<Record<string, string>>;
}
