import { lessonTranscript } from '#lib/classroom/transcript/lesson-transcript.ts';
import { inEachLocale } from '#lib/i18n/in-each-locale.ts';
import type { LessonView } from '#lib/lessons/lesson-view.ts';
import { recordedStories, type RecordedStory } from '#lib/lessons/recorded-stories.ts';
import { captionAt } from '#lib/scene/caption.ts';
import { recordedMessage } from '#lib/scene/recorded/recorded-message.ts';
import { playRecording } from '#lib/source/recorded/play-recording.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import { createPoster } from '#lib/stage/poster.ts';
import { createRun } from '#lib/stage/run.ts';
import { pageLinks } from './page-links.server.ts';

/** What the page of a recording needs, made while the site is built; undefined when there is no such page. */
export async function recordingView(id: string): Promise<LessonView | undefined> {
	const story = recordedStories.find((each) => each === id);
	if (!story) return undefined;
	const trace = await playRecording({ shipped: story });
	const scenario = trace.header.input as Scenario;
	const run = createRun(scenario, trace);
	return {
		...recordedLesson(story, scenario),
		links: pageLinks(),
		poster: createPoster(run, captionAt, {}),
		transcript: lessonTranscript(run, captionAt, 'en')
	};
}

/** A recording as a lesson that says nothing of its own. */
function recordedLesson(story: RecordedStory, scenario: Scenario) {
	return {
		id: story,
		scenario,
		cues: [],
		questions: [],
		texts: inEachLocale((locale) => ({
			title: recordedMessage(locale, `title.${story}`),
			summary: recordedMessage(locale, `line.what.${story}`),
			cues: {},
			notes: {},
			questions: {}
		})),
		recording: story,
		isRecordedOnly: true as const
	};
}
