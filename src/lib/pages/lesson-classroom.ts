import { Classroom } from '#lib/classroom/open-classroom.ts';
import type { Question } from '#lib/classroom/prediction/question.ts';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { findMoment } from '#lib/lessons/moment.ts';
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
	return new Classroom({
		playback: studio,
		camera,
		id: lesson.id,
		presenterHref,
		story() {
			const { run } = studio;
			const { title } = words();
			return run && { kind: 'lesson', title, sides: [{ title, note: '', scenario: run.scenario }] };
		},
		captionAt(atMs) {
			const { run } = studio;
			return run && page.captionAt()?.(run.index, atMs, settings.locale);
		},
		noteAt(atMs) {
			const { run, input } = studio;
			const said = run && !input && cuesOf(lesson, run.trace).findLast((cue) => cue.atMs <= atMs);
			return (said && words().notes[said.say]) || '';
		},
		questions: () => {
			const { run, input } = studio;
			return run && !input ? questionsOf(lesson, run.trace, settings.locale) : [];
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

const cues = new WeakMap<Trace, readonly { readonly atMs: number; readonly say: string }[]>();

/** When each cue stands, in order of time. */
function cuesOf(lesson: Page['lesson'], trace: Trace) {
	let found = cues.get(trace);
	if (!found) {
		found = lesson.cues
			.flatMap(({ when, say }) => {
				const beat = findMoment(trace, when);
				return beat ? [{ atMs: beat.atMs, say }] : [];
			})
			.sort((a, b) => a.atMs - b.atMs);
		cues.set(trace, found);
	}
	return found;
}
