import { describe, expect, it } from 'vitest';
import type { Beat } from './beat.ts';
import { Repetition } from './repetition.ts';

const beat = (name: Beat['name'], more: Partial<Beat> = {}): Beat => ({
	name,
	seq: 0,
	atMs: 0,
	...more
});
const news = (repetition: Repetition, beats: readonly Beat[]) =>
	beats.map((one) => repetition.isNews(one));

describe('a repetition', () => {
	it('is what happens to another Pod of the same owner, for most things at once', () => {
		const bound = ['a', 'b', 'c'].map((pod) => beat('bound', { pod, of: 'default/web' }));
		expect(news(new Repetition(), bound)).toEqual([true, false, false]);
	});

	it('is allowed a few times where it is what a rollout is about', () => {
		const ready = [1, 2, 3, 4, 5].map((i) => beat('ready', { pod: `${i}`, of: 'default/web' }));
		expect(news(new Repetition(), ready)).toEqual([true, true, true, true, false]);
	});

	it('is nothing that happens to another owner', () => {
		const bound = ['default/a', 'default/b'].map((of) => beat('bound', { pod: 'x', of }));
		expect(news(new Repetition(), bound)).toEqual([true, true]);
	});

	it('is news again after a command', () => {
		const repetition = new Repetition();
		const bound = beat('bound', { pod: 'a', of: 'default/web' });
		expect(repetition.isNews(bound)).toBe(true);
		repetition.forget();
		expect(repetition.isNews(bound)).toBe(true);
	});

	it('is the same rules on another node, not other rules', () => {
		const rules = [1, 1, 2].map((count) => beat('rules', { of: 'default/web', values: { count } }));
		expect(news(new Repetition(), rules)).toEqual([true, false, true]);
	});

	it('is no wait that is longer than the one before', () => {
		const waits = [10, 20, 40, 80, 160, 300, 300].map((seconds) =>
			beat('backs-off', { pod: 'default/x', values: { seconds } })
		);
		expect(news(new Repetition(), waits)).toEqual([true, true, true, true, true, true, false]);
	});
});
