import type { Message } from './event.ts';

/**
 * Answers "which messages are on their way at this moment" in O(k log n): messages in order of sending, under a
 * segment tree of the latest arrival.
 */
export class IntervalIndex {
	readonly #messages: readonly Message[];
	readonly #leaves: number;
	readonly #latest: Float64Array;

	constructor(messages: readonly Message[]) {
		this.#messages = messages;
		this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, messages.length)));
		this.#latest = new Float64Array(2 * this.#leaves).fill(-Infinity);
		messages.forEach((message, i) => {
			this.#latest[this.#leaves + i] = message.receivedAtMs;
		});
		for (let i = this.#leaves - 1; i > 0; i--) {
			this.#latest[i] = Math.max(this.#latest[2 * i]!, this.#latest[2 * i + 1]!);
		}
	}

	/** Messages with `sentAtMs` ≤ ms and `receivedAtMs` > arrivedAfterMs (by default ms), in order of sending. */
	at(ms: number, arrivedAfterMs: number = ms): Message[] {
		const found: Message[] = [];
		const visit = (tree: number, first: number, size: number): void => {
			const message = this.#messages[first];
			if (!message || message.sentAtMs > ms || !(this.#latest[tree]! > arrivedAfterMs)) return;
			if (size === 1) {
				found.push(message);
				return;
			}
			visit(2 * tree, first, size / 2);
			visit(2 * tree + 1, first + size / 2, size / 2);
		};
		visit(1, 0, this.#leaves);
		return found;
	}
}
