import type { MessageKey } from '#lib/i18n/message.ts';

/** What a key asks for. */
export type KeyAction =
	| 'toggle'
	| 'next-beat'
	| 'previous-beat'
	| 'next-event'
	| 'previous-event'
	| 'start'
	| 'end'
	| 'slower'
	| 'faster'
	| 'zoom-in'
	| 'zoom-out'
	| 'zoom-reset'
	| 'sequence'
	| 'show-all'
	| 'show-watches'
	| 'edit'
	| 'copy-link'
	| 'help'
	| 'back';

export interface KeyBinding {
	readonly action: KeyAction;
	/** `KeyboardEvent.key`; the first is the one that the help panel names. */
	readonly keys: readonly string[];
	readonly shift?: boolean;
	readonly help: MessageKey;
}

/** Every key, once: read by the listener and by the help panel. */
export const keyBindings: readonly KeyBinding[] = [
	{ action: 'toggle', keys: [' ', 'k'], help: 'app.key.toggle' },
	{ action: 'next-beat', keys: ['ArrowRight'], help: 'app.key.nextBeat' },
	{ action: 'previous-beat', keys: ['ArrowLeft'], help: 'app.key.previousBeat' },
	{ action: 'next-event', keys: ['ArrowRight'], shift: true, help: 'app.key.nextEvent' },
	{ action: 'previous-event', keys: ['ArrowLeft'], shift: true, help: 'app.key.previousEvent' },
	{ action: 'start', keys: ['Home'], help: 'app.key.start' },
	{ action: 'end', keys: ['End'], help: 'app.key.end' },
	{ action: 'slower', keys: ['['], help: 'app.key.slower' },
	{ action: 'faster', keys: [']'], help: 'app.key.faster' },
	{ action: 'zoom-in', keys: ['+', '='], help: 'app.key.zoomIn' },
	{ action: 'zoom-out', keys: ['-'], help: 'app.key.zoomOut' },
	{ action: 'zoom-reset', keys: ['0'], help: 'app.key.zoomReset' },
	{ action: 'sequence', keys: ['s'], help: 'app.key.sequence' },
	{ action: 'show-all', keys: ['a'], help: 'app.key.showAll' },
	{ action: 'show-watches', keys: ['w'], help: 'app.key.showWatches' },
	{ action: 'edit', keys: ['e'], help: 'app.key.edit' },
	{ action: 'copy-link', keys: ['c'], help: 'app.key.copyLink' },
	{ action: 'help', keys: ['?'], help: 'app.key.help' },
	{ action: 'back', keys: ['Escape'], help: 'app.key.back' }
];

/** A key press as the browser tells it. */
export interface KeyPress {
	readonly key: string;
	readonly shiftKey: boolean;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
}

const isArrow = (key: string) => key.startsWith('Arrow');

/**
 * What that key press asks for. Shift counts with arrows only: elsewhere it is how a layout reaches the character.
 * With Ctrl, Alt or Meta a key belongs to the browser.
 */
export function keyAction(press: KeyPress): KeyAction | undefined {
	if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
	return keyBindings.find(
		({ keys, shift = false }) =>
			keys.includes(press.key) && (!isArrow(press.key) || shift === press.shiftKey)
	)?.action;
}

const keyNames: Readonly<Record<string, string>> = {
	' ': 'Space',
	ArrowRight: '→',
	ArrowLeft: '←',
	'-': '−',
	Escape: 'Esc'
};

/** How the help panel writes a binding: `Shift →`. */
export function keyName({ keys, shift }: KeyBinding): string {
	const key = keys[0] ?? '';
	const name = keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
	return shift ? `Shift ${name}` : name;
}
