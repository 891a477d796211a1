import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';

/** What became of one case. */
export type Outcome =
	| { readonly status: 'passed' }
	| { readonly status: 'failed'; readonly expected: unknown; readonly got: unknown }
	| { readonly status: 'skipped'; readonly reason: string };

/** One case of a table, or one entry of a story. */
export interface Result {
	/** Name of the table or story. */
	readonly source: string;
	readonly name: string;
	readonly outcome: Outcome;
}

export const passed: Outcome = { status: 'passed' };

export function failed(expected: unknown, got: unknown): Outcome {
	return { status: 'failed', expected, got };
}

export function skipped(reason: string): Outcome {
	return { status: 'skipped', reason };
}

/** Passed when both are the same data. */
export function compared(expected: unknown, got: unknown): Outcome {
	return isDeepEqual(expected, got) ? passed : failed(expected, got);
}

/** What it computes, or the text of what it throws. */
export function tried<T>(compute: () => T): { readonly value: T } | { readonly error: string } {
	try {
		return { value: compute() };
	} catch (error) {
		return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	}
}
