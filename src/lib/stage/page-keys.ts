import { isPageKey, keyAction, type KeyAction } from '#lib/playback/keys.ts';
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

type KeyActions = Partial<Record<KeyAction, () => void>>;

/** Listeners for a page's window. */
export interface PageKeys {
	/** Before anything on the page has heard a key: a clicker's work wherever the focus is. */
	readonly capturing: (event: KeyboardEvent) => void;
	readonly bubbling: (event: KeyboardEvent) => void;
}

/**
 * Hears a page's keys: what a person types, and what a button takes for itself, is left alone. What every page does the
 * same is done here; `own` is what is particular, the playback does the rest.
 */
export function pageKeys(
	playback: Playback,
	camera: Camera,
	share: () => void,
	own: KeyActions = {}
): PageKeys {
	const actions: KeyActions = {
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
	function obey(event: KeyboardEvent, action: KeyAction) {
		event.preventDefault();
		if (playback.depute(action, event.key)) return;
		const act = actions[action];
		if (act) act();
		else playback.obey(action);
	}
	return {
		capturing: (event) => {
			const action = isPageKey(event) && keyAction(event);
			if (!action) return;
			obey(event, action);
			event.stopPropagation();
		},
		bubbling: (event) => {
			const action = keyAction(event, playback.settings.letterKeys);
			if (!action || event.defaultPrevented) return;
			if (isTyping(event.target) && action !== 'back') return;
			if (event.key === ' ' && takesSpace(event.target)) return;
			obey(event, action);
		}
	};
}
