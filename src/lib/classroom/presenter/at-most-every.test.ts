import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

it('says the first at once, then the last of each stretch of time', () => {
	const said: number[] = [];
	const say = atMostEvery<number>(40, (number) => said.push(number));
	[1, 2, 3].forEach(say);
	expect(said).toEqual([1]);
	vi.advanceTimersByTime(40);
	expect(said).toEqual([1, 3]);
	vi.advanceTimersByTime(200);
	say(4);
	expect(said).toEqual([1, 3, 4]);
});

it('says nothing any more when it is stopped', () => {
	const said: number[] = [];
	const say = atMostEvery<number>(40, (number) => said.push(number));
	say(1);
	say(2);
	say.stop();
	vi.advanceTimersByTime(200);
	expect(said).toEqual([1]);
});
