import type { Settings } from '#lib/stage/settings.svelte.ts';
import { enterFullScreen, leaveFullScreen } from './full-screen.ts';
import { keptInTab } from './kept-in-tab.ts';
import { keepAwake } from './wake-lock.ts';

/** Controls and cursor go so long after they were last wanted, ms. */
const idleMs = 2500;
/** A window that opens takes the full screen away within this time, ms. */
const openingMs = 1500;

/** A page that is shown to a class. */
export class Presentation {
	/** The audience sees nothing. */
	blank = $state(false);
	/** The pointer moves, or did a moment ago. */
	wanted = $state(false);
	readonly #settings: Settings;
	#idle: ReturnType<typeof setTimeout> | undefined;
	#openedAt = -Infinity;

	constructor(settings: Settings) {
		this.#settings = settings;
	}

	get on(): boolean {
		return this.#settings.presenting;
	}

	/** Goes on after a reload, which some clickers ask for. */
	restore(): void {
		if (keptInTab.read('presenting') === 'true') this.#settings.presenting = true;
	}

	toggle(): void {
		if (this.on) this.stop();
		else this.start();
	}

	start(): void {
		this.#settings.presenting = true;
		keptInTab.write('presenting', 'true');
		void enterFullScreen();
	}

	stop(): void {
		this.#settings.presenting = false;
		keptInTab.write('presenting', 'false');
		void leaveFullScreen();
	}

	/** Another window opens: the full screen that it takes away comes back with the next press. */
	opens(): void {
		this.#openedAt = performance.now();
	}

	/** Shows controls and cursor for a while. */
	want(): void {
		this.wanted = true;
		clearTimeout(this.#idle);
		this.#idle = setTimeout(() => (this.wanted = false), idleMs);
	}

	/** What is heard while the page is shown; gives what ends it. A pointer that `calls` nobody is only moved. */
	attend(calls: () => boolean): () => void {
		const controller = new AbortController();
		const { signal } = controller;
		const sleep = keepAwake();
		let wasFull = document.fullscreenElement !== null;
		document.addEventListener(
			'fullscreenchange',
			() => {
				const isFull = document.fullscreenElement !== null;
				// Escape leaves the full screen before any key is heard.
				const isPersons = performance.now() - this.#openedAt > openingMs;
				if (wasFull && !isFull && isPersons) this.stop();
				wasFull = isFull;
			},
			{ signal }
		);
		// A reload has left the full screen: the next press takes it again.
		addEventListener('keydown', ({ key }) => void (key !== 'Escape' && enterFullScreen()), {
			signal
		});
		addEventListener('pointermove', () => calls() && this.want(), { signal });
		this.want();
		return () => {
			controller.abort();
			clearTimeout(this.#idle);
			sleep();
		};
	}
}
