import type { Settings } from '#lib/stage/settings.svelte.ts';
import { Simulator } from '#lib/stage/simulation/simulator.ts';
import { Drawing } from '../drawing/drawing.svelte.ts';
import { atMostEvery } from './at-most-every.ts';
import { FollowedPlayback } from './followed-playback.svelte.ts';
import { followStory } from './followed-story.ts';
import type { DrawnMessage, Message, PresenterMessage, StateMessage } from './message.ts';
import { Wire } from './wire.ts';

/** It says that it is there so often, and looks whether anyone answers, ms. */
const helloEveryMs = 1000;
/** Whoever has not answered for so long is gone, or stuck, ms. */
const lostAfterMs = 3500;
/** A pointer moves so often, ms. */
const drawnEveryMs = 30;

/** The presenter's end: runs what the audience plays, follows it, and asks for things there. */
export class Following {
	readonly playback: FollowedPlayback;
	readonly drawing = new Drawing();
	state = $state.raw<StateMessage>();
	title = $state('');
	/** The audience has not answered for a while. */
	lost = $state(false);
	/** Why the story can't be drawn. */
	problem = $state<string>();
	readonly #settings: Settings;
	readonly #simulators: Simulator[] = [];
	readonly #wire: Wire;
	readonly #hello: ReturnType<typeof setInterval>;
	readonly #tellDrawn = atMostEvery<DrawnMessage>(drawnEveryMs, (drawn) => this.#wire.send(drawn));
	/** What is on, as it was told; the same again is not run again. */
	#known = '';
	#orders = 0;
	#heardAt = 0;

	constructor(settings: Settings, session: string) {
		this.#settings = settings;
		this.playback = new FollowedPlayback(settings, (message) => this.send(message));
		this.#wire = new Wire(session, (message) => this.#hear(message));
		this.drawing.ondraw = (drawn) => this.#tellDrawn({ type: 'drawn', ...drawn });
		const hello = () => {
			this.lost = this.state !== undefined && performance.now() - this.#heardAt > lostAfterMs;
			this.send({ type: 'hello', knows: this.state !== undefined });
		};
		this.#hello = setInterval(hello, helloEveryMs);
		hello();
	}

	send(message: PresenterMessage): void {
		this.#wire.send(message);
	}

	close(): void {
		clearInterval(this.#hello);
		this.#tellDrawn.stop();
		this.#wire.close();
		for (const simulator of this.#simulators.splice(0)) simulator.close();
	}

	#hear(message: Message): void {
		this.#heardAt = performance.now();
		this.lost = false;
		switch (message.type) {
			case 'story':
				this.title = message.title;
				return void this.#run(message);
			case 'state':
				this.state = message;
				this.#settings.locale = message.locale;
				return this.playback.take(message);
			case 'drawn':
				return this.drawing.take({ point: message.point, strokes: message.strokes });
		}
	}

	async #run(message: Extract<Message, { type: 'story' }>): Promise<void> {
		const told = JSON.stringify([message.kind, message.sides]);
		if (told === this.#known) return;
		this.#known = told;
		const order = ++this.#orders;
		let next = 0;
		try {
			const story = await followStory(message, (scenario) => {
				return (this.#simulators[next++] ??= new Simulator()).simulate(scenario);
			});
			if (order !== this.#orders) return;
			this.playback.story = story;
			this.problem = undefined;
			if (this.state) this.playback.take(this.state);
		} catch (problem) {
			if (order === this.#orders) this.problem = String(problem);
		}
	}
}
