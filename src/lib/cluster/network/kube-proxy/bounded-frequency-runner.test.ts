import { expect, test } from 'vitest';
import { Kernel } from '../../kernel/kernel.ts';
import { BoundedFrequencyRunner } from './bounded-frequency-runner.ts';

/** When it ran, given when it was asked; each run takes 100 ms, and 1000 ms must pass after it. */
function runs(asked: readonly number[]): number[] {
	const kernel = new Kernel(1, 0);
	const ran: number[] = [];
	const runner = new BoundedFrequencyRunner(kernel, 1000, (onDone) => {
		ran.push(kernel.nowMs);
		kernel.after(100, onDone);
	});
	for (const ms of asked) kernel.after(ms, () => runner.run());
	kernel.runUntil(10_000);
	return ran;
}

test.each<[string, number[], number[]]>([
	['the first time it runs at once', [50], [50]],
	['asked again within the interval, it runs when that is over', [50, 60], [50, 1150]],
	['asked many times meanwhile, it runs once', [50, 60, 500, 1149], [50, 1150]],
	['asked while it runs, it runs again', [50, 100], [50, 1150]],
	['after a rest it runs at once', [50, 3000], [50, 3000]],
	['the interval counts from the end of the last run', [0, 10, 1110], [0, 1100, 2200]]
])('%s', (_name, asked, expected) => {
	expect(runs(asked)).toEqual(expected);
});
