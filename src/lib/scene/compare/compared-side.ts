import type { TraceIndex } from '#lib/trace/state-at.ts';

/** One of the runs that are seen beside each other. */
export interface ComparedSide {
	/** `left` or `right`: keys and subjects of its marks begin with it. */
	readonly key: 'left' | 'right';
	readonly title: string;
	/** What is particular about it, in a few words. */
	readonly note: string;
	readonly index: TraceIndex;
}
