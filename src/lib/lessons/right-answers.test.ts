import { describe, expect, it } from 'vitest';
import { simulate } from '#lib/source/simulate.ts';
import type { Question } from './lesson.ts';
import { questionMoments } from './question-moments.ts';
import { rightAnswers } from './right-answers.ts';
import { workers } from './workers.ts';

const play = (command: string) =>
	simulate({ seed: 1, nodes: workers(2), steps: [{ atMs: 0, run: command }] });

const image: Question = {
	ask: 'image',
	stop: { beat: 'sandbox' },
	shown: { beat: 'pull-failed' },
	answers: [
		{ say: 'starts', right: { claim: 'order', moments: [{ beat: 'started' }] } },
		{ say: 'waits', right: { claim: 'never', moment: { beat: 'started' } } }
	]
};

describe('a question', () => {
	it('is answered by the recording, not by its text: other input, another answer', () => {
		expect(rightAnswers(image, play('kubectl run web --image=web:v9'))).toEqual(['waits']);
		expect(rightAnswers(image, play('kubectl run web --image=web:v1'))).toEqual(['starts']);
	});

	it('stands between two moments, and nowhere when one of them never comes', () => {
		const moments = questionMoments(image, play('kubectl run web --image=web:v9'))!;
		expect(moments.stopMs).toBeLessThan(moments.shownMs);
		expect(questionMoments(image, play('kubectl run web --image=web:v1'))).toBeUndefined();
	});

	it('has no place where the answer is seen before it is asked', () => {
		const turned = { ...image, stop: image.shown, shown: image.stop };
		expect(questionMoments(turned, play('kubectl run web --image=web:v9'))).toBeUndefined();
	});
});
