import { bisect } from '#lib/trace/bisect.ts';
import type { Write } from '#lib/trace/event.ts';
import { ranksOf } from '#lib/trace/rank.ts';
import type { Trace } from '#lib/trace/trace.ts';

const shown = 8;

/** The last commits among the first `count` events, oldest first; of the story alone, or all of them. */
export function lastWrites(trace: Trace, count: number, all: boolean): readonly Write[] {
	const writes = writesOf(trace, all);
	const end = bisect(writes, ({ seq }) => seq >= count);
	return writes.slice(Math.max(0, end - shown), end);
}

const known = {
	all: new WeakMap<Trace, readonly Write[]>(),
	story: new WeakMap<Trace, readonly Write[]>()
};

function writesOf(trace: Trace, all: boolean): readonly Write[] {
	const cache = all ? known.all : known.story;
	let writes = cache.get(trace);
	if (!writes) {
		const ranks = ranksOf(trace);
		writes = trace.events.filter(
			(event): event is Write => event.kind === 'write' && (all || ranks[event.seq] === 'story')
		);
		cache.set(trace, writes);
	}
	return writes;
}
