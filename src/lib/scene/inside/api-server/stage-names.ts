/** The stages of a request, in the order in which it meets them. */
export const stageNames = [
	'authenticate',
	'authorize',
	'decode',
	'mutate',
	'validate',
	'admit',
	'store',
	'answer'
] as const;

export type StageName = (typeof stageNames)[number];

/** What a read does not pass. */
export const writersOnly: ReadonlySet<StageName> = new Set<StageName>([
	'decode',
	'mutate',
	'validate',
	'admit'
]);

/** The gate of the bar, 1 to 5, that stands for a stage. */
export const gateOf: Readonly<Record<StageName, number>> = {
	authenticate: 1,
	authorize: 2,
	decode: 3,
	mutate: 3,
	validate: 4,
	admit: 4,
	store: 5,
	answer: 5
};
