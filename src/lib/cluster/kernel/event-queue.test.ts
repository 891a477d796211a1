import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kernel } from './kernel.ts';

test('events fire in order of their due time, and of asking where the times are the same', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), (delays) => {
			const kernel = new Kernel(1, 0);
			const fired: [number, number][] = [];
			delays.forEach((delay, index) =>
				kernel.after(delay, () => fired.push([kernel.nowMs, index]))
			);
			kernel.runUntil(30);
			const expected = delays
				.map((delay, index): [number, number] => [delay, index])
				.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
			expect(fired).toEqual(expected);
		})
	);
});

test('a cancelled timer never fires and no longer keeps the run alive', () => {
	const kernel = new Kernel(1, 0);
	let fired = false;
	const timer = kernel.after(5, () => (fired = true));
	timer.cancel();
	timer.cancel();
	expect(kernel.busy).toBe(false);
	kernel.runUntil(10);
	expect(fired).toBe(false);
});

test('housekeeping does not keep the run alive', () => {
	const kernel = new Kernel(1, 0);
	kernel.housekeepingAfter(5, () => {});
	expect(kernel.busy).toBe(false);
	kernel.after(1, () => {});
	expect(kernel.busy).toBe(true);
});

test('what an event schedules and records has that event’s cause', () => {
	const kernel = new Kernel(1, 0);
	kernel.send('a', 'b', 'http', call('there'), 2, () =>
		kernel.send('b', 'a', 'http', call('back'), 2, () => {})
	);
	kernel.runUntil(10);
	expect(kernel.recorder.events.map(({ seq, cause, atMs }) => [seq, cause, atMs])).toEqual([
		[0, null, 0],
		[1, 0, 2]
	]);
});

test('a message takes at least a millisecond', () => {
	const kernel = new Kernel(1, 0);
	kernel.send('a', 'b', 'http', call('x'), 0, () => {});
	expect(kernel.recorder.events[0]).toMatchObject({ sentAtMs: 0, receivedAtMs: 1 });
});

function call(method: string) {
	return { type: 'call', id: 1, method } as const;
}
