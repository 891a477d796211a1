import { say } from '../say.ts';
import { keptInTab } from '../presenting/kept-in-tab.ts';
import type { Classroom } from '../classroom.svelte.ts';
import { atMostEvery } from './at-most-every.ts';
import type { Message, StateMessage } from './message.ts';
import { presenterAddress } from './presenter-address.ts';
import { stateOf } from './state-of.ts';
import { Wire } from './wire.ts';

/** While it plays, the presenter's picture is drawn so often, ms. */
const stateEveryMs = 40;

/** The same over reloads of this tab. */
function sessionOfTab(): string {
	const kept = keptInTab.read('session');
	if (kept) return kept;
	const [made = 0] = crypto.getRandomValues(new Uint32Array(1));
	const session = made.toString(36);
	keptInTab.write('session', session);
	return session;
}

/** The audience's end: tells the presenter window where it is, and does what is asked for there. */
export class Audience {
	/** A presenter window has been heard. */
	presented = $state(false);
	readonly #classroom: Classroom;
	readonly #session = sessionOfTab();
	readonly #wire: Wire;
	readonly #tellState = atMostEvery<StateMessage>(stateEveryMs, (state) => this.#wire.send(state));
	/** The presenter has been told everything since this page is here. */
	#told = false;

	constructor(classroom: Classroom) {
		this.#classroom = classroom;
		this.#wire = new Wire(this.#session, (message) => this.#hear(message));
	}

	close(): void {
		this.#tellState.stop();
		this.#wire.close();
	}

	openPresenter(): void {
		const { presenterHref, playback } = this.#classroom.shown;
		const opened = window.open(
			presenterAddress(presenterHref, location.href, this.#session),
			`kinetes-presenter-${this.#session}`,
			'popup,width=1200,height=760'
		);
		if (opened) this.#wire.join(opened);
		else playback.notice = say(playback.settings.locale, 'presenter.blocked');
	}

	/** Keeps the presenter window told; inside a component. */
	follow(): void {
		const { drawing, shown } = this.#classroom;
		$effect(() => {
			const story = this.presented && shown.story();
			if (story) this.#wire.send({ type: 'story', ...story });
		});
		$effect(() => {
			const state = this.presented && stateOf(this.#classroom);
			if (state) this.#tellState(state);
		});
		drawing.ondraw = (drawn) => {
			if (this.presented) this.#wire.send({ type: 'drawn', ...drawn });
		};
	}

	/** With each hello it is told where the audience is, and what is played where it can't know. */
	#greet(knows: boolean): void {
		const { drawing, shown } = this.#classroom;
		const story = shown.story();
		const state = stateOf(this.#classroom);
		if (!story || !state) return;
		if (!knows || !this.#told) {
			this.#wire.send({ type: 'story', ...story });
			this.#wire.send({ type: 'drawn', ...drawing.drawn });
			this.#told = true;
		}
		this.#wire.send(state);
	}

	#hear(message: Message): void {
		const { drawing, prediction, shown } = this.#classroom;
		const { playback } = shown;
		switch (message.type) {
			case 'hello':
				this.presented = true;
				return this.#greet(message.knows);
			case 'do':
				if (!playback.depute(message.action, message.key)) playback.obey(message.action);
				return;
			case 'seek':
				return playback.goTo(message.atMs);
			case 'choose':
				if (prediction.asked?.ask === message.ask) prediction.choose(message.say);
				return;
			case 'hands':
				return prediction.count(message.ask, message.say, message.count);
			case 'drawn':
				return drawing.take({ point: message.point, strokes: message.strokes });
		}
	}
}
