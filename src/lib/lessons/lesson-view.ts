import type { TranscriptLine } from '#lib/classroom/transcript/transcript.ts';
import type { ShippedRecording } from '#lib/source/recorded/shipped-recordings.ts';
import type { LessonLink, Poster } from '#lib/stage/lesson-view.ts';
import type { Lesson } from './lesson.ts';

/** What a lesson's page shows; plain data, which comes with the page. Its facts stay behind: only a check needs them. */
export interface LessonView extends Omit<Lesson, 'facts'> {
	/** Everything else that can be opened. */
	readonly links: readonly LessonLink[];
	readonly poster: Poster;
	/** Its story in words, in English, for where no script runs; left out where one always does. */
	readonly transcript?: readonly TranscriptLine[];
	/** The same story, recorded on a real cluster. */
	readonly recording?: ShippedRecording;
	/** It can't be simulated yet: only the recording plays. */
	readonly isRecordedOnly?: true;
}
