import { Classroom } from '#lib/classroom/open-classroom.ts';
import type { Question } from '#lib/classroom/prediction/question.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { placedCues } from '#lib/lessons/placed-cues.ts';
import { questionMoments } from '#lib/lessons/question-moments.ts';
import { rightAnswers } from '#lib/lessons/right-answers.ts';
import { encodeUrlState } from '#lib/playback/url-state.ts';
import type { Camera } from '#lib/stage/camera.svelte.ts';
import type { CaptionAt } from '#lib/stage/lesson-view.ts';
import type { Studio } from '#lib/stage/studio.svelte.ts';
import type { Trace } from '#lib/trace/trace.ts';

export { ClassroomView, DrawingLayer } from '#lib/classroom/open-classroom.ts';

interface Page {
	readonly lesson: Pick<Lesson, 'id' | 'cues' | 'questions' | 'texts'>;
	readonly studio: Studio;
	readonly camera: Camera;
	readonly presenterHref: string;
	captionAt(): CaptionAt | undefined;
}

/** The classroom of a lesson's page. What someone typed instead of the lesson has neither notes nor questions. */
export function openClassroom(page: Page): Classroom {
	const { lesson, studio, camera, presenterHref } = page;
	const { settings } = studio;
	const words = () => lesson.texts[settings.locale];
	const isOwn = () => !studio.input && studio.source !== 'opened';
	return new Classroom({
		playback: studio,
		camera,
		id: lesson.id,
		presenterHref,
		story() {
			const { run, source } = studio;
			const { title } = words();
			// The presenter's window runs what it is handed, and can't run a recording.
			if (!run || source !== 'simulated') return undefined;
			return { kind: 'lesson', title, sides: [{ title, note: '', scenario: run.scenario }] };
		},
		captionAt(atMs) {
			const { run } = studio;
			return run && page.captionAt()?.(run.index, atMs, settings.locale);
		},
		noteAt(atMs) {
			const { run } = studio;
			const said =
				run && isOwn() && placedCues(lesson.cues, run.trace).findLast((cue) => cue.atMs <= atMs);
			return (said && words().notes[said.say]) || '';
		},
		questions: () => {
			const { run, beside } = studio;
			// Side by side there is no one moment to stop at.
			return run && isOwn() && !beside ? questionsOf(lesson, run.trace, settings.locale) : [];
		},
		link: () => encodeUrlState(studio.linkState),
		picture: () => ({
			view: studio.view,
			showAll: studio.showAll,
			showWatches: studio.showWatches,
			inside: studio.inside ?? null,
			focus: studio.focus ?? null
		})
	});
}

function questionsOf(
	{ questions, texts }: Page['lesson'],
	trace: Trace,
	locale: keyof Lesson['texts']
): Question[] {
	return questions.flatMap((question) => {
		const moments = questionMoments(question, trace);
		const said = texts[locale].questions[question.ask];
		if (!moments || !said) return [];
		const right = rightAnswers(question, trace);
		const answers = question.answers.map(({ say }) => ({
			say,
			text: said.answers[say] ?? '',
			right: right.includes(say)
		}));
		return [{ ask: question.ask, text: said.ask, answers, ...moments }];
	});
}
