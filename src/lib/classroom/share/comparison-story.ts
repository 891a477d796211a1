import type { CompareStudio } from '#lib/stage/compare/compare-studio.svelte.ts';
import type { Story } from '../export/story.ts';
import { storyBeats } from './story-beats.ts';

/** What the comparison's page plays, to be handed out as it stands; undefined as long as nothing is on. */
export function comparisonStory(
	studio: CompareStudio,
	title: string,
	state: string
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
		questions: [],
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
