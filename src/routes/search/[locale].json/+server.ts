import { error, json } from '@sveltejs/kit';
import { lessonTranscript } from '#lib/classroom/transcript/lesson-transcript.ts';
import { locales } from '#lib/i18n/locale.ts';
import { lessonIds } from '#lib/lessons/lesson-ids.ts';
import { findMoment } from '#lib/lessons/moment.ts';
import type { SaidSentence } from '#lib/pages/home/search.ts';
import { playedLesson } from '../../played-lesson.server.ts';

export const prerender = true;
export const trailingSlash = 'never';
export const entries = () => locales.map((locale) => ({ locale }));

/** What is said in each lesson, in one language: what can be searched beyond titles. */
export function GET({ params }): Response {
	const locale = locales.find((each) => each === params.locale) ?? error(404);
	const said = lessonIds.map((id) => {
		const played = playedLesson(id);
		if (!played) throw new Error(`no lesson ${id}`);
		const { run, captionAt, lesson } = played;
		const asked = lesson.questions.map(
			({ stop }) => (findMoment(run.trace, stop)?.atMs ?? Infinity) - run.tempo.startMs
		);
		// What lies behind a question is not told before it is asked.
		const secretMs = Math.min(...asked, Infinity);
		const sentences = lessonTranscript(run, captionAt, locale).map(
			({ atMs, sentence }): SaidSentence => {
				const at = Math.round(atMs * 1000) / 1000;
				return atMs < secretMs ? [at, sentence] : [at, sentence, 1];
			}
		);
		return [id, sentences];
	});
	return json(Object.fromEntries(said));
}
