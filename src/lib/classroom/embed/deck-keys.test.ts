import { describe, expect, it } from 'vitest';
import { isForDeck } from './deck-keys.ts';

const inside = { screenMs: 500, durationMs: 1000 };

describe('keys in a lesson that is embedded', () => {
	it('step and play in the lesson, and go back to the deck where it has no use for them', () => {
		for (const action of ['toggle', 'next-beat', 'previous-beat', 'choose'] as const) {
			expect(isForDeck(action, inside), action).toBe(false);
		}
		for (const action of ['present', 'blank', 'start', 'back', 'help', 'edit'] as const) {
			expect(isForDeck(action, inside), action).toBe(true);
		}
	});

	it('lead out of it at its end and at its start', () => {
		expect(isForDeck('next-beat', { ...inside, screenMs: 1000 })).toBe(true);
		expect(isForDeck('previous-beat', { ...inside, screenMs: 1000 })).toBe(false);
		expect(isForDeck('previous-beat', { ...inside, screenMs: 0 })).toBe(true);
	});
});
