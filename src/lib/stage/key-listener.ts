import { keyAction, type KeyAction } from '#lib/playback/keys.ts';

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || target.matches('input, select, textarea, .editor'))
	);
}

function takesSpace(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && target.matches('button, summary, a');
}

/** Hears a page's keys: what a person types, and what a button takes for itself, is left alone. */
export function keyListener(obey: (action: KeyAction) => void): (event: KeyboardEvent) => void {
	return (event) => {
		const action = keyAction(event);
		if (!action || event.defaultPrevented) return;
		if (isTyping(event.target) && action !== 'back') return;
		if (event.key === ' ' && takesSpace(event.target)) return;
		obey(action);
		event.preventDefault();
	};
}
