import { describe, expect, it } from 'vitest';
import { lockOf, seenBy } from './stop.ts';

const stops = [
	{ ask: 'later', atMs: 50, shownMs: 60 },
	{ ask: 'sooner', atMs: 10, shownMs: 20 }
];

describe('lockOf', () => {
	it('is the first stop in time that nobody has answered', () => {
		expect(lockOf(stops, [])?.ask).toBe('sooner');
		expect(lockOf(stops, ['sooner'])?.ask).toBe('later');
		expect(lockOf(stops, ['sooner', 'later'])).toBeUndefined();
	});
});

describe('seenBy', () => {
	it('knows what has been seen at a moment', () => {
		expect(seenBy(stops, 9)).toEqual([]);
		expect(seenBy(stops, 10)).toEqual(['sooner']);
		expect(seenBy(stops, 70)).toEqual(['later', 'sooner']);
	});
});
