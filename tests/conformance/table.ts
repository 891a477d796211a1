import { failed, type Outcome, tried } from './outcome.ts';

/** A table of facts: one rule, many cases. */
export interface Table {
	readonly table: string;
	readonly cases: readonly Case[];
	/** Objects that are there before each case, of the tables that say so. */
	readonly world?: readonly unknown[];
	/** What was then written to their statuses. */
	readonly statusPatches?: readonly { readonly path: string; readonly body: unknown }[];
}

export interface Case {
	readonly name: string;
	readonly input: unknown;
	readonly expected: unknown;
}

/** Runs one case. What it throws is a failure. */
export type CaseRunner = (entry: Case, table?: Table) => Outcome;

/** What a runner of a family of tables is registered under: the tables' names. */
export type TableRunners = Readonly<Record<string, CaseRunner>>;

/** Runs a case; an exception is what was got. */
export function runCase(runner: CaseRunner, entry: Case, table?: Table): Outcome {
	const outcome = tried(() => runner(entry, table));
	return 'error' in outcome ? failed(entry.expected, outcome.error) : outcome.value;
}

/** A runner that is a function from input to what is expected. */
export function computed(
	compute: (input: never) => unknown,
	equal: (expected: unknown, got: unknown) => Outcome
): CaseRunner {
	return ({ input, expected }) => equal(expected, compute(input as never));
}
