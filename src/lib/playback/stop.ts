/** A moment before which play stops until a question is answered; times are cluster ms. */
export interface Stop {
	/** Its question's name, unique in its story. */
	readonly ask: string;
	/** Nothing from here on is shown before the answer. */
	readonly atMs: number;
	/** The picture has shown the answer. */
	readonly shownMs: number;
}

/** The stop that play head and picture must not pass: the first that nobody has answered. */
export function lockOf(stops: readonly Stop[], answered: readonly string[]): Stop | undefined {
	return stops
		.filter(({ ask }) => !answered.includes(ask))
		.reduce<Stop | undefined>(
			(first, stop) => (first && first.atMs <= stop.atMs ? first : stop),
			undefined
		);
}

/** What counts as answered for someone who stands at a moment: what lies behind it has been seen. */
export function seenBy(stops: readonly Stop[], clusterMs: number): readonly string[] {
	return stops.filter(({ atMs }) => atMs <= clusterMs).map(({ ask }) => ask);
}
