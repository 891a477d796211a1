import { describe, expect, it } from 'vitest';
import { handoutPanels } from './handout-panels.ts';

/** Screen time runs a hundred times as fast as cluster time. */
const tempo = {
	mode: 'lesson',
	durationMs: 10_000,
	startMs: 0,
	endMs: 100,
	toScreen: (ms: number) => ms * 100,
	toCluster: (ms: number) => ms / 100
} as const;

const beat = (atMs: number, label: string) => ({ atMs, label });
const question = (stopMs: number) => ({
	ask: `at ${stopMs}`,
	text: '',
	stopMs,
	shownMs: stopMs,
	answers: []
});

describe('the panels of a handout', () => {
	it('show each beat a little after it began, and before the next', () => {
		const beats = [beat(0, 'run'), beat(20, 'stored'), beat(23, 'bound'), beat(99, 'ready')];
		const panels = handoutPanels({ beats, questions: [], tempo });
		expect(panels.map(({ label, atMs }) => [label, atMs])).toEqual([
			['run', 6],
			['stored', 22.99],
			['bound', 29],
			['ready', 100]
		]);
	});

	it('are one for beats of the same moment', () => {
		const beats = [beat(5, 'gone'), beat(5, 'complete')];
		expect(handoutPanels({ beats, questions: [], tempo }).map(({ label }) => label)).toEqual([
			'complete'
		]);
	});

	it('have each question once, before the panel that would give it away', () => {
		const beats = [beat(0, 'run'), beat(20, 'stored'), beat(40, 'ready')];
		const questions = [question(20), question(30), question(90)];
		const panels = handoutPanels({ beats, questions, tempo });
		expect(panels.map((panel) => panel.questions.map(({ number }) => number))).toEqual([
			[],
			[1],
			[2, 3]
		]);
	});
});
