import type { Caption } from '#lib/scene/caption.ts';
import { sameMs } from '#lib/stage/beside.ts';
import type { Classroom } from '../classroom.svelte.ts';
import type { BeatWords, QuestionState, StateMessage } from './message.ts';

/** Where the audience is, for the presenter window; undefined before anything is on. */
export function stateOf(classroom: Classroom): StateMessage | undefined {
	const { presentation, shown } = classroom;
	const { camera, playback } = shown;
	const { settings, atMs, tempo } = playback;
	if (!tempo) return undefined;
	const nextMs = playback.beatTimes.find((time) => time > atMs + sameMs);
	const { k, x, y } = camera.transform;
	return {
		type: 'state',
		atMs,
		phase: playback.phase,
		speed: playback.speed,
		locale: settings.locale,
		presenting: settings.presenting,
		blank: presentation.blank,
		picture: { ...camera.size, ...shown.picture(), large: settings.large, k, x, y },
		now: wordsOf(shown.captionAt(atMs), shown.noteAt(atMs)),
		next: nextMs === undefined ? null : wordsOf(shown.captionAt(nextMs), shown.noteAt(nextMs)),
		question: questionOf(classroom, tempo.startMs)
	};
}

function wordsOf(caption: Caption | undefined, note: string): BeatWords {
	const { sentence = '', fact = '', call } = caption ?? {};
	return { sentence, fact: [call, fact].filter(Boolean).join(' '), note };
}

function questionOf({ prediction }: Classroom, startMs: number): QuestionState | null {
	const { asked, next, told } = prediction;
	if (!next) return null;
	const hands = prediction.handsFor(next.ask);
	return {
		ask: next.ask,
		text: next.text,
		state: next === told ? 'told' : next === asked ? 'asked' : 'later',
		storyMs: next.stopMs - startMs,
		answers: next.answers.map((answer) => ({ ...answer, hands: hands[answer.say] ?? 0 }))
	};
}
