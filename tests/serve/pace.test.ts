import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Kernel } from '#lib/cluster/kernel/kernel.ts';
import { Pace } from '../../scripts/kinetes/serve/pace.ts';

const epochMs = Date.parse('2026-01-05T09:00:00Z');

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
});
afterEach(() => {
	vi.useRealTimers();
});

describe('virtual time paced by real time', () => {
	it('fires an event when its moment has come on the wall, times the speed', async () => {
		for (const [speed, wallMs] of [
			[1, 1000],
			[10, 100],
			[0.5, 2000]
		] as const) {
			const kernel = new Kernel(1, epochMs);
			const pace = new Pace(kernel, speed, () => {});
			let fired = false;
			pace.enter(() => kernel.after(1000, () => (fired = true)));
			await vi.advanceTimersByTimeAsync(wallMs - 2);
			expect(fired).toBe(false);
			await vi.advanceTimersByTimeAsync(4);
			expect(fired).toBe(true);
			pace.stop();
		}
	});

	it('lets what comes from outside in at the moment that is now', async () => {
		const kernel = new Kernel(1, epochMs);
		const pace = new Pace(kernel, 1, () => {});
		await vi.advanceTimersByTimeAsync(250);
		let enteredMs = 0;
		pace.enter(() => (enteredMs = kernel.nowMs));
		expect(enteredMs).toBeCloseTo(250, 0);
		pace.stop();
	});

	it('fires nothing once it has stopped', async () => {
		const kernel = new Kernel(1, epochMs);
		const pace = new Pace(kernel, 1, () => {});
		let fired = false;
		pace.enter(() => kernel.after(10, () => (fired = true)));
		pace.stop();
		await vi.advanceTimersByTimeAsync(100);
		expect(fired).toBe(false);
	});

	it('goes on from where it has been taken', async () => {
		const kernel = new Kernel(1, epochMs);
		const pace = new Pace(kernel, 1, () => {});
		pace.skip(60_000);
		expect(kernel.nowMs).toBeCloseTo(60_000, 0);
		await vi.advanceTimersByTimeAsync(100);
		pace.enter(() => {});
		expect(kernel.nowMs).toBeCloseTo(60_100, 0);
		pace.changeSpeed(100);
		await vi.advanceTimersByTimeAsync(100);
		pace.enter(() => {});
		expect(kernel.nowMs).toBeCloseTo(70_100, 0);
		pace.stop();
	});

	it('goes on when one part stumbles, and says so', async () => {
		const kernel = new Kernel(1, epochMs);
		const told = vi.spyOn(console, 'error').mockImplementation(() => {});
		const pace = new Pace(kernel, 1, () => {});
		let fired = false;
		pace.enter(() => {
			kernel.after(10, () => {
				throw new Error('stumbled');
			});
			kernel.after(20, () => (fired = true));
		});
		await vi.advanceTimersByTimeAsync(50);
		expect(fired).toBe(true);
		expect(told).toHaveBeenCalledWith(expect.objectContaining({ message: 'stumbled' }));
		told.mockRestore();
		pace.stop();
	});
});
