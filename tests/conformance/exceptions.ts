import type { Result } from './outcome.ts';
import listed from './exceptions.json' with { type: 'json' };

/** A failing case that is accepted: it can't or shouldn't hold in a simulation. */
export interface Exception {
	readonly table?: string;
	readonly story?: string;
	readonly case: string;
	readonly reason: string;
}

const exceptions: readonly Exception[] = listed;

/** Why a failure is accepted; undefined when it isn't. */
export function exceptionOf({ source, name }: Result): string | undefined {
	return exceptions.find((entry) => (entry.table ?? entry.story) === source && entry.case === name)
		?.reason;
}
