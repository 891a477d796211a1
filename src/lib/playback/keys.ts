import type { keys } from '#lib/i18n/messages/keys.ts';

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
	| 'inside'
	| 'edit'
	| 'copy-link'
	| 'present'
	| 'presenter'
	| 'blank'
	| 'pointer'
	| 'pen'
	| 'clear'
	| 'choose'
	| 'words'
	| 'moment'
	| 'help'
	| 'back';

export interface KeyBinding {
	readonly action: KeyAction;
	/** `KeyboardEvent.key`. */
	readonly keys: readonly string[];
	readonly shift?: boolean;
	readonly help: keyof typeof keys.en;
}

/** Every key, once: read by the listener and by the help panel. */
export const keyBindings: readonly KeyBinding[] = [
	{ action: 'toggle', keys: [' ', 'k'], help: 'key.toggle' },
	{ action: 'next-beat', keys: ['ArrowRight', 'PageDown'], help: 'key.nextBeat' },
	{ action: 'previous-beat', keys: ['ArrowLeft', 'PageUp'], help: 'key.previousBeat' },
	{ action: 'next-event', keys: ['ArrowRight'], shift: true, help: 'key.nextEvent' },
	{ action: 'previous-event', keys: ['ArrowLeft'], shift: true, help: 'key.previousEvent' },
	{ action: 'start', keys: ['Home'], help: 'key.start' },
	{ action: 'end', keys: ['End'], help: 'key.end' },
	{ action: 'slower', keys: ['['], help: 'key.slower' },
	{ action: 'faster', keys: [']'], help: 'key.faster' },
	{ action: 'zoom-in', keys: ['+', '='], help: 'key.zoomIn' },
	{ action: 'zoom-out', keys: ['-'], help: 'key.zoomOut' },
	{ action: 'zoom-reset', keys: ['0'], help: 'key.zoomReset' },
	{ action: 'sequence', keys: ['s'], help: 'key.sequence' },
	{ action: 'show-all', keys: ['a'], help: 'key.showAll' },
	{ action: 'show-watches', keys: ['w'], help: 'key.showWatches' },
	{ action: 'inside', keys: ['o'], help: 'key.inside' },
	{ action: 'edit', keys: ['e'], help: 'key.edit' },
	{ action: 'copy-link', keys: ['c'], help: 'key.copyLink' },
	{ action: 'present', keys: ['p'], help: 'key.present' },
	{ action: 'presenter', keys: ['n'], help: 'key.presenter' },
	{ action: 'blank', keys: ['b', '.'], help: 'key.blank' },
	{ action: 'pointer', keys: ['l'], help: 'key.pointer' },
	{ action: 'pen', keys: ['d'], help: 'key.pen' },
	{ action: 'clear', keys: ['x'], help: 'key.clear' },
	{ action: 'choose', keys: ['1', '2', '3', '4'], help: 'key.choose' },
	{ action: 'words', keys: ['t'], help: 'key.words' },
	{ action: 'moment', keys: ['i'], help: 'key.moment' },
	{ action: 'help', keys: ['?'], help: 'key.help' },
	{ action: 'back', keys: ['Escape'], help: 'key.back' }
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

/** What a clicker sends: it works wherever the focus is, since a lecturer with a clicker has no mouse at hand. */
export const isPageKey = ({ key }: Pick<KeyPress, 'key'>) => key === 'PageDown' || key === 'PageUp';

/** WCAG 2.1.4: a letter, digit or sign alone; whoever speaks to the computer sends them by accident. */
const isCharacter = (key: string) => key.length === 1 && key !== ' ';

/**
 * What that key press asks for. Shift counts with arrows only: elsewhere it is how a layout reaches the character.
 * With Ctrl, Alt or Meta a key belongs to the browser. Keys that are characters can be turned off.
 */
export function keyAction(press: KeyPress, letterKeys = true): KeyAction | undefined {
	if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
	if (!letterKeys && isCharacter(press.key)) return undefined;
	return keyBindings.find(
		({ keys, shift = false }) =>
			keys.includes(press.key) && (!isArrow(press.key) || shift === press.shiftKey)
	)?.action;
}

const nameOf: Readonly<Record<string, string>> = {
	' ': 'Space',
	ArrowRight: '→',
	ArrowLeft: '←',
	PageDown: 'Page Down',
	PageUp: 'Page Up',
	'-': '−',
	Escape: 'Esc'
};

/** How the help panel writes a binding's keys: `Shift →`. */
export function keyNames({ keys, shift }: KeyBinding): string[] {
	return keys.map((key) => {
		const name = nameOf[key] ?? (key.length === 1 ? key.toUpperCase() : key);
		return shift ? `Shift ${name}` : name;
	});
}
