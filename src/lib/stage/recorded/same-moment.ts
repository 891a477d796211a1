import type { Beat } from '#lib/trace/beat.ts';
import { momentsOf } from '#lib/trace/moments.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** What makes a moment the same in two tellings; generated names differ. */
const named = ({ name, of, image }: Beat): string =>
	[name, of?.replace(/-[^-/]*(?:-[^-/]*)?$/, ''), image].join(' ');

/**
 * Where the moment that stands in one trace is in another telling of the same steps: the last named moment that both have;
 * the other's start when there is none.
 */
export function sameMoment(from: Trace, atMs: number, to: Trace): number {
	const counts = new Map<string, number>();
	let found = to.header.startMs;
	const others = byName(to);
	for (const beat of momentsOf(from)) {
		if (beat.atMs > atMs) break;
		const name = named(beat);
		const nth = counts.get(name) ?? 0;
		counts.set(name, nth + 1);
		const same = others.get(name)?.[nth];
		if (same) found = same.atMs;
	}
	return found;
}

function byName(trace: Trace): ReadonlyMap<string, readonly Beat[]> {
	const names = new Map<string, Beat[]>();
	for (const beat of momentsOf(trace)) {
		const name = named(beat);
		names.set(name, [...(names.get(name) ?? []), beat]);
	}
	return names;
}
