import { describe, expect, it } from 'vitest';
import { CpuQuota } from './cpu-quota.ts';

describe('CpuQuota', () => {
	it('lets a thread without a limit compute without a pause', () => {
		expect(new CpuQuota(undefined).spend(10, 250)).toBe(260);
	});

	it('throttles from the end of the quota to the next period of 100 ms', () => {
		// 20 ms in each 100: 0–20, 100–120, 200–210.
		expect(new CpuQuota(200).spend(0, 50)).toBe(210);
	});

	it('gives what is left of a period to whoever comes later in it', () => {
		const quota = new CpuQuota(200);
		expect(quota.spend(5, 15)).toBe(20);
		expect(quota.spend(50, 5)).toBe(55);
		expect(quota.spend(60, 1)).toBe(101);
	});

	it('answers one after the other', () => {
		const quota = new CpuQuota(undefined);
		quota.spend(0, 30);
		expect(quota.spend(10, 30)).toBe(60);
	});

	it('doesn’t throttle a single thread whose limit is a CPU or more', () => {
		expect(new CpuQuota(1000).spend(30, 500)).toBe(530);
	});

	it('knows how long was computed and how long was waited', () => {
		const quota = new CpuQuota(200);
		quota.spend(0, 50);
		expect(quota.between(0, 110)).toEqual({ computedMs: 30, waitedMs: 80 });
		expect(quota.between(110, 300)).toEqual({ computedMs: 20, waitedMs: 80 });
	});
});
