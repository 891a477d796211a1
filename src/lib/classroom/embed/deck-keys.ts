import type { KeyAction } from '#lib/playback/keys.ts';

/** What keys do in a lesson that stands in someone's slides; all others are the deck's. */
const own: ReadonlySet<KeyAction> = new Set([
	'toggle',
	'next-beat',
	'previous-beat',
	'next-event',
	'previous-event',
	'slower',
	'faster',
	'zoom-in',
	'zoom-out',
	'zoom-reset',
	'choose'
]);

/** Where the play head stands. */
export interface Standing {
	readonly screenMs: number;
	readonly durationMs: number;
}

/** Whether a key goes back to the deck: it has no use here, or leads out of the lesson at its start or end. */
export function isForDeck(action: KeyAction, { screenMs, durationMs }: Standing): boolean {
	if (action === 'next-beat') return screenMs >= durationMs;
	if (action === 'previous-beat') return screenMs <= 0;
	return !own.has(action);
}
