import type { KeyAction } from '#lib/playback/keys.ts';
import type { Playback } from '#lib/stage/playback.svelte.ts';
import { keptInTab } from '../presenting/kept-in-tab.ts';
import { handsOf, type Hands, type Question } from './question.ts';

/** What was chosen for a question; null where someone only wanted to see. */
type Choice = string | null;

/** A moment of cluster time is reached although it went over the screen's time and back. */
const nearMs = 1e-3;

/** What a class predicts: which question is open, how many hands each answer had, what was chosen. */
export class Prediction {
	hands = $state.raw<Readonly<Record<string, Hands>>>({});
	chosen = $state.raw<Readonly<Record<string, Choice>>>({});
	/** Questions whose answer has been told and put away. */
	closed = $state.raw<readonly string[]>([]);
	readonly #playback: Playback;
	readonly #questions: () => readonly Question[];
	readonly #kept: string;

	/** `story` names what is played: over a reload its hands are kept. */
	constructor(playback: Playback, story: string, questions: () => readonly Question[]) {
		this.#playback = playback;
		this.#questions = questions;
		this.#kept = `predicted.${story}`;
		this.#restore();
	}

	readonly questions = $derived.by(() => this.#questions());

	/** Where the playback stops for them. */
	stops() {
		return this.#questions().map(({ ask, stopMs: atMs, shownMs }) => ({ ask, atMs, shownMs }));
	}

	/** The question that is asked now. */
	readonly asked = $derived.by(() => {
		const { lock, phase } = this.#playback;
		return phase === 'asked' ? this.questions.find(({ ask }) => ask === lock?.ask) : undefined;
	});

	/** The question whose answer is told now: it was answered here, and the picture has shown it. */
	readonly told = $derived.by(() => {
		const { atMs, phase } = this.#playback;
		if (phase === 'playing' || phase === 'scrubbing') return undefined;
		return this.questions.findLast(
			({ ask, shownMs }) =>
				this.chosen[ask] !== undefined && !this.closed.includes(ask) && shownMs <= atMs + nearMs
		);
	});

	/** The one that is open, or comes next. */
	readonly next = $derived.by(() => {
		const { lock } = this.#playback;
		return this.told ?? this.questions.find(({ ask }) => ask === lock?.ask);
	});

	handsFor(ask: string): Hands {
		return this.hands[ask] ?? {};
	}

	count(ask: string, say: string, typed: number): void {
		this.hands = { ...this.hands, [ask]: { ...this.handsFor(ask), [say]: handsOf(typed) } };
		this.#keep();
	}

	/** Takes an answer, or with null none, and shows what happens. */
	choose(say: string | null): void {
		const { asked } = this;
		if (!asked) return;
		this.chosen = { ...this.chosen, [asked.ask]: say };
		this.#closeUntil(asked.stopMs);
		this.#keep();
		this.#playback.answer(asked.ask);
	}

	/** What was told has been read. */
	close(): void {
		const { told } = this;
		if (!told) return;
		this.#closeUntil(told.shownMs);
		this.#keep();
	}

	/** What was shown before that is told too late. */
	#closeUntil(atMs: number): void {
		this.closed = this.questions.filter(({ shownMs }) => shownMs <= atMs).map(({ ask }) => ask);
	}

	/** Keys of an open question; true when it was one. */
	obey(action: KeyAction, key: string): boolean {
		const { asked, told } = this;
		if (asked && action === 'choose') {
			const answer = asked.answers[Number(key) - 1];
			if (answer) this.choose(answer.say);
			return true;
		}
		if (!told) return false;
		if (action === 'back') {
			this.close();
			return true;
		}
		// Whoever goes on has read it.
		if (goesOn.includes(action)) this.close();
		return false;
	}

	#keep(): void {
		const { hands, chosen, closed } = this;
		keptInTab.write(this.#kept, JSON.stringify({ hands, chosen, closed }));
	}

	/** What this tab wrote itself; anything else is as if there were nothing. */
	#restore(): void {
		try {
			const kept = JSON.parse(keptInTab.read(this.#kept) ?? '{}') as Partial<
				Pick<Prediction, 'hands' | 'chosen' | 'closed'>
			>;
			this.hands = kept.hands ?? {};
			this.chosen = kept.chosen ?? {};
			this.closed = kept.closed ?? [];
		} catch {
			// Nothing is known.
		}
	}
}

const goesOn: readonly KeyAction[] = ['toggle', 'next-beat', 'next-event', 'end'];
