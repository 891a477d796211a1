import type { CaptionAt } from '#lib/stage/lesson-view.ts';
import type { Studio } from '#lib/stage/studio.svelte.ts';
import { encodeUrlState } from '#lib/playback/url-state.ts';
import type { Story } from '../export/story.ts';
import type { Question } from '../prediction/question.ts';
import { storyBeats } from './story-beats.ts';

/** What is particular to the lesson that is on. */
export interface ShownLesson {
	readonly id: string;
	readonly title: string;
	readonly own?: boolean;
	readonly captionAt: CaptionAt;
	readonly questions: readonly Question[];
}

/** What a lesson's page plays, to be handed out as it stands; undefined as long as nothing is on. */
export function lessonStory(studio: Studio, lesson: ShownLesson): Story | undefined {
	const { engine, run, settings, view, showAll, showWatches, inside, atMs, linkState } = studio;
	if (!engine || !run) return undefined;
	const { locale, large: projector } = settings;
	const draw = view === 'sequence' ? engine.sequence : engine.scene;
	const { tempo, index } = run;
	const { id, title, own, questions } = lesson;
	return {
		id,
		title,
		own,
		questions,
		path: `lessons/${id}/`,
		locale,
		tempo,
		atMs,
		state: encodeUrlState(linkState),
		beats: storyBeats(studio),
		sceneAt: (clusterMs, { large = false, ...size }) =>
			draw(index, clusterMs, {
				...size,
				locale,
				tempo,
				projector: projector || large,
				showEverything: showAll,
				showWatches,
				...(inside && { inside })
			}),
		captionAt: (clusterMs) => lesson.captionAt(index, clusterMs, locale)
	};
}
