/** The picture in words, for those who hear it: four parts of whole sentences. */
export interface Summary {
	/** The nodes, the Pods and the state of each. */
	readonly there: readonly string[];
	/** What happens now and why, and what is on its way. */
	readonly happening: readonly string[];
	/** What was stored last. */
	readonly changed: readonly string[];
	/** What a person typed, and what is still to come of it. */
	readonly person: readonly string[];
}

/** The parts in the order in which they are told. */
export const summaryParts = ['there', 'happening', 'changed', 'person'] as const;

/** All of it in one breath. */
export function summaryText(summary: Summary): string {
	return summaryParts.flatMap((part) => summary[part]).join(' ');
}
