import { describe, expect, it } from 'vitest';
import { clusterClock } from './cluster-clock.ts';

describe('clusterClock', () => {
	it.each([
		[0, '0.000 s'],
		[765.4, '0.765 s'],
		[799.999999, '0.800 s'],
		[59_999.9, '1m 00.0s'],
		[60_000, '1m 00.0s'],
		[64_250, '1m 04.2s'],
		[605_000, '10m 05.0s'],
		[-3, '0.000 s']
	])('writes %d ms as %s', (ms, text) => {
		expect(clusterClock(ms)).toBe(text);
	});
});
