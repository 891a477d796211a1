import type { KeyAction } from '#lib/playback/keys.ts';
import { Drawing } from './drawing/drawing.svelte.ts';
import { Prediction } from './prediction/prediction.svelte.ts';
import { Audience } from './presenter/audience.svelte.ts';
import { Presentation } from './presenting/presentation.svelte.ts';
import type { Shown } from './shown.ts';

/** What a lecturer has beside a page that plays something. */
export class Classroom {
	readonly shown: Shown;
	readonly presentation: Presentation;
	readonly drawing = new Drawing();
	readonly prediction: Prediction;
	readonly audience: Audience;

	constructor(shown: Shown) {
		const { playback } = shown;
		this.shown = shown;
		this.presentation = new Presentation(playback.settings);
		this.prediction = new Prediction(playback, shown.id, () => shown.questions());
		this.audience = new Audience(this);
		playback.ask(() => this.prediction.stops());
		playback.deputies.push(this.#obey);
	}

	/** Nobody looks any more. */
	leave(): void {
		const { deputies } = this.shown.playback;
		deputies.splice(deputies.indexOf(this.#obey), 1);
		this.audience.close();
	}

	/** Blanks the audience's screen, or shows the picture again; meanwhile nothing goes on. */
	toggleBlank(): void {
		const { presentation } = this;
		presentation.blank = !presentation.blank;
		if (presentation.blank) this.shown.playback.pause();
	}

	/** What was told has been read: the story goes on. */
	goOn(): void {
		this.prediction.close();
		this.shown.playback.play();
	}

	readonly #obey = (action: KeyAction, key: string): boolean => {
		if (action === 'back') return this.#back(key);
		const act = this.#actions[action];
		act?.();
		return act !== undefined || this.prediction.obey(action, key) || this.drawing.obey(action);
	};

	readonly #actions: Partial<Record<KeyAction, () => void>> = {
		present: () => this.presentation.toggle(),
		presenter: () => {
			this.presentation.opens();
			this.audience.openPresenter();
		},
		blank: () => this.toggleBlank()
	};

	/** Leaves what was entered last. */
	#back(key: string): boolean {
		const { presentation, shown } = this;
		if (presentation.blank) this.toggleBlank();
		else if (this.drawing.obey('back') || this.prediction.obey('back', key)) return true;
		else if (shown.playback.notice || shown.playback.panel || shown.camera.zoomed) return false;
		else if (presentation.on) presentation.stop();
		else return false;
		return true;
	}
}
