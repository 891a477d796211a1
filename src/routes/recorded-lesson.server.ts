import type { Locale } from '#lib/i18n/locale.ts';
import { recordedStories } from '#lib/lessons/recorded-stories.ts';
import type { LessonText } from '#lib/lessons/lesson.ts';
import type { LessonView } from '#lib/lessons/lesson-view.ts';
import { recordedMessage } from '#lib/scene/recorded/recorded-message.ts';
import { playRecording } from '#lib/source/recorded/play-recording.ts';
import type { Scenario } from '#lib/source/scenario.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** A recording as a lesson that says nothing of its own; undefined when it has no page. */
export async function recordedLesson(
	id: string
): Promise<{ trace: Trace; lesson: Omit<LessonView, 'links' | 'poster'> } | undefined> {
	const story = recordedStories.find((each) => each === id);
	if (!story) return undefined;
	const trace = await playRecording({ shipped: story });
	const textIn = (locale: Locale): LessonText => ({
		title: recordedMessage(locale, `title.${story}`),
		summary: recordedMessage(locale, `line.what.${story}`),
		cues: {},
		notes: {},
		questions: {}
	});
	const lesson = {
		id: story,
		scenario: trace.header.input as Scenario,
		cues: [],
		questions: [],
		texts: { en: textIn('en'), 'zh-Hant': textIn('zh-Hant'), 'zh-Hans': textIn('zh-Hans') },
		recording: story,
		isRecordedOnly: true
	} as const;
	return { trace, lesson };
}
