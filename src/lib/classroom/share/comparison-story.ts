import type { CompareStudio } from '#lib/stage/compare/compare-studio.svelte.ts';
import type { Story } from '../export/story.ts';
import type { Question } from '../prediction/question.ts';
import { storyBeats } from './story-beats.ts';

/** What is particular to the comparison that is on. */
export interface ShownComparison {
	readonly title: string;
	/** What a link to this moment says. */
	readonly state: string;
	readonly questions: readonly Question[];
}

/** What the comparison's page plays, to be handed out as it stands; undefined as long as nothing is on. */
export function comparisonStory(
	studio: CompareStudio,
	{ title, state, questions }: ShownComparison
): Story | undefined {
	const { engine, sides, tempo, settings, atMs } = studio;
	if (!engine || !tempo || sides.length === 0) return undefined;
	const { locale, large: projector } = settings;
	return {
		id: 'compare',
		path: 'compare/',
		title,
		locale,
		tempo,
		atMs,
		state,
		questions,
		beats: storyBeats(studio),
		sceneAt: (clusterMs, { large = false, ...size }) =>
			engine.comparison(sides, clusterMs, {
				...size,
				locale,
				tempo,
				projector: projector || large
			}),
		captionAt: (clusterMs) => engine.comparisonCaption(sides, clusterMs, locale)
	};
}
