import { describe, expect, it } from 'vitest';
import { keyAction, keyBindings, keyName, type KeyPress } from './keys.ts';

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
		[press('x'), undefined]
	])('takes %o for %s', (pressed, action) => {
		expect(keyAction(pressed)).toBe(action);
	});

	it('finds every binding by the key that the help panel names', () => {
		for (const binding of keyBindings) {
			const pressed = press(binding.keys[0] ?? '', { shiftKey: binding.shift ?? false });
			expect(keyAction(pressed)).toBe(binding.action);
		}
	});
});

describe('keyName', () => {
	it('names keys as they stand on a keyboard', () => {
		expect(keyBindings.slice(0, 4).map(keyName)).toEqual(['Space', '→', '←', 'Shift →']);
	});
});
