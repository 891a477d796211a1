import { expect, it } from 'vitest';
import { EventWindow } from './event-window.ts';

const event = (revision: number) =>
	({ resource: 'pods', revision, object: null, previous: null }) as const;

/** A window in which so many events came, one a step. */
function filled(count: number, stepMs: number): EventWindow {
	const window = new EventWindow(0);
	for (let i = 1; i <= count; i++) window.push(event(i), i * stepMs);
	return window;
}

it('tells what came after a revision', () => {
	const window = filled(5, 1);
	expect(window.since(3)?.map(({ revision }) => revision)).toEqual([4, 5]);
	expect(window.since(5)).toEqual([]);
});

it('has room for a hundred events that are spread over more than 75 seconds', () => {
	const window = filled(120, 1000);
	expect(window.oldestKnown).toBe(20);
	expect(window.since(20)).toHaveLength(100);
	expect(window.since(19)).toBeUndefined();
});

it('keeps every event of the last 75 seconds, however many there are', () => {
	const window = filled(5000, 1);
	expect(window.since(0)).toHaveLength(5000);
});

it('becomes smaller again when little happens', () => {
	const window = filled(400, 1);
	for (let i = 401; i <= 1200; i++) window.push(event(i), 100_000 + i * 1000);
	expect(window.oldestKnown).toBe(1100);
});

it('begins where everything was read', () => {
	const window = new EventWindow(40);
	expect(window.since(39)).toBeUndefined();
	expect(window.since(40)).toEqual([]);
});
