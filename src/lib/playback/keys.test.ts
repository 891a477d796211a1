import { describe, expect, it } from 'vitest';
import { isPageKey, keyAction, keyBindings, keyNames, type KeyPress } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	shiftKey: false,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	...more
});

describe('keyAction', () => {
	it.each([
		[press(' '), 'toggle'],
		[press('ArrowRight'), 'next-beat'],
		[press('ArrowRight', { shiftKey: true }), 'next-event'],
		[press('ArrowLeft', { shiftKey: true }), 'previous-event'],
		[press('?', { shiftKey: true }), 'help'],
		[press('+', { shiftKey: true }), 'zoom-in'],
		[press('ArrowRight', { altKey: true }), undefined],
		[press('c', { ctrlKey: true }), undefined],
		[press('PageDown'), 'next-beat'],
		[press('PageUp', { shiftKey: true }), 'previous-beat'],
		[press('.'), 'blank'],
		[press('3'), 'choose'],
		[press('y'), undefined]
	])('takes %o for %s', (pressed, action) => {
		expect(keyAction(pressed)).toBe(action);
	});

	it('finds every binding by each of the keys that the help panel names', () => {
		for (const { action, keys, shift = false } of keyBindings) {
			const found = keys.map((key) => keyAction(press(key, { shiftKey: shift })));
			expect(found).toEqual(keys.map(() => action));
		}
	});

	it('asks for nothing by a letter, digit or sign where these are turned off', () => {
		const working = keyBindings.flatMap(({ keys, shift = false }) =>
			keys.filter((key) => keyAction(press(key, { shiftKey: shift }), false))
		);
		expect(new Set(working)).toEqual(
			new Set([' ', 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End', 'Escape'])
		);
	});
});

describe('isPageKey', () => {
	it('knows what a clicker sends', () => {
		expect(['PageDown', 'PageUp', 'ArrowRight', 'b'].map((key) => isPageKey({ key }))).toEqual([
			true,
			true,
			false,
			false
		]);
	});
});

describe('keyNames', () => {
	it('names keys as they stand on a keyboard', () => {
		expect(keyBindings.slice(0, 4).map(keyNames)).toEqual([
			['Space', 'K'],
			['→', 'Page Down'],
			['←', 'Page Up'],
			['Shift →']
		]);
	});
});
