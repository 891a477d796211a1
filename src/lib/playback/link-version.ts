import type { Trace } from '#lib/trace/trace.ts';

/** How links are written; another way of writing them has another number. */
const linkFormat = 1;

/**
 * What a link says about the story that it was made for: the way it is written, and a number from when things happen in
 * the traces (FNV-1a, 32 bits, over microseconds). Where another version of Kinetes tells the story otherwise, a moment of
 * one is no moment of the other.
 */
export function linkVersion(traces: readonly Trace[]): string {
	let hash = 0x811c9dc5;
	for (const { events } of traces) {
		for (const { atMs } of events) hash = Math.imul(hash ^ Math.round(atMs * 1000), 0x01000193);
	}
	return `${linkFormat}.${(hash >>> 0).toString(36)}`;
}
