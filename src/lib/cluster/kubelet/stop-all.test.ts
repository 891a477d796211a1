import { expect, test } from 'vitest';
import { stopAll } from './stop-all.ts';

test('sidecars are stopped after all others, the last that was started first', () => {
	const order: string[] = [];
	let done = false;
	const ends = new Map<string, () => void>();
	stopAll(
		['proxy', 'logs', 'app', 'worker'],
		['logs', 'proxy'],
		(name, onStopped, turn) =>
			turn(() => {
				order.push(name);
				ends.set(name, onStopped);
			}),
		() => (done = true)
	);
	expect(order).toEqual(['app', 'worker']);
	ends.get('app')!();
	expect(order).toEqual(['app', 'worker']);
	ends.get('worker')!();
	expect(order).toEqual(['app', 'worker', 'proxy']);
	ends.get('proxy')!();
	expect(order).toEqual(['app', 'worker', 'proxy', 'logs']);
	expect(done).toBe(false);
	ends.get('logs')!();
	expect(done).toBe(true);
});

test('nothing that runs is stopped at once', () => {
	let done = false;
	stopAll(
		[],
		['logs'],
		() => {},
		() => (done = true)
	);
	expect(done).toBe(true);
});
