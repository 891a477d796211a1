import { keyAction, type KeyAction } from '#lib/playback/keys.ts';
import type { Camera } from './camera.svelte.ts';
import type { Playback } from './playback.svelte.ts';

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || target.matches('input, select, textarea, .editor'))
	);
}

function takesSpace(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && target.matches('button, summary, a');
}

/**
 * Hears a page's keys: what a person types, and what a button takes for itself, is left alone. What every page does the
 * same is done here; `own` is what is particular, the playback does the rest.
 */
export function pageKeys(
	playback: Playback,
	camera: Camera,
	share: () => void,
	own: Partial<Record<KeyAction, () => void>> = {}
): (event: KeyboardEvent) => void {
	const actions: Partial<Record<KeyAction, () => void>> = {
		'copy-link': share,
		'zoom-in': () => camera.zoomIn(),
		'zoom-out': () => camera.zoomOut(),
		'zoom-reset': () => camera.reset(),
		back: () => {
			if (playback.notice) playback.notice = undefined;
			else if (playback.panel) playback.panel = undefined;
			else camera.reset();
		},
		...own
	};
	return (event) => {
		const action = keyAction(event);
		if (!action || event.defaultPrevented) return;
		if (isTyping(event.target) && action !== 'back') return;
		if (event.key === ' ' && takesSpace(event.target)) return;
		const act = actions[action];
		if (act) act();
		else playback.obey(action);
		event.preventDefault();
	};
}
