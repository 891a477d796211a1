/** A question of what is about to happen, with what the simulation says to it; times are cluster ms. */
export interface Question {
	/** Unique in its story. */
	readonly ask: string;
	readonly text: string;
	/** Two to four. */
	readonly answers: readonly Answer[];
	/** Play stops before this moment. */
	readonly stopMs: number;
	/** The picture has shown the answer. */
	readonly shownMs: number;
}

export interface Answer {
	/** Unique in its question. */
	readonly say: string;
	readonly text: string;
	/** The trace bears it out. */
	readonly right: boolean;
}

/** Raised hands by answer. */
export type Hands = Readonly<Record<string, number>>;

/** Hands as someone types them: no fewer than none, no more than a hall holds. */
export function handsOf(typed: number): number {
	return Number.isFinite(typed) ? Math.min(9999, Math.max(0, Math.round(typed))) : 0;
}

/** How many predicted what came, and how many predicted at all. */
export function tally({ answers }: Question, hands: Hands): { right: number; all: number } {
	const count = (some: readonly Answer[]) =>
		some.reduce((sum, { say }) => sum + (hands[say] ?? 0), 0);
	return { right: count(answers.filter(({ right }) => right)), all: count(answers) };
}
