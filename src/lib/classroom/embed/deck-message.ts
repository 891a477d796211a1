/**
 * What an embedded lesson and the page around it say to each other with `postMessage`. Both are documented in
 * docs/embedding.md; a message that says something else is nobody's.
 */

/** What the page around asks for. */
export type DeckOrder =
	| { readonly kinetes: 'play' | 'pause' | 'next' | 'previous' }
	/** Ms of the story. */
	| { readonly kinetes: 'go'; readonly at: number };

/** What the lesson tells. */
export type DeckNews =
	| { readonly kinetes: 'ready'; readonly durationMs: number }
	| {
			readonly kinetes: 'moment';
			/** Ms of the story. */
			readonly at: number;
			/** What its named moment is called. */
			readonly beat: string;
			readonly phase: string;
	  }
	| ({ readonly kinetes: 'key' } & DeckKey);

/** A key that the lesson has no use for. */
export interface DeckKey {
	/** As in `KeyboardEvent`. */
	readonly key: string;
	readonly shiftKey: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
}

const orders = ['play', 'pause', 'next', 'previous'] as const;

/** Reads what came from outside; undefined when it is no order. */
export function readOrder(data: unknown): DeckOrder | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { kinetes, at } = data as Readonly<Record<string, unknown>>;
	const plain = orders.find((each) => each === kinetes);
	if (plain) return { kinetes: plain };
	if (kinetes !== 'go' || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
	return { kinetes, at };
}
