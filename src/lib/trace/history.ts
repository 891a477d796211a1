import type { Write } from './event.ts';
import type { Trace } from './trace.ts';

/** Every version of an object, oldest first; the last has no object when the key is gone. */
export function historyOf(trace: Trace, key: string): readonly Write[] {
	return writesByKey(trace).get(key) ?? [];
}

const indexes = new WeakMap<Trace, Map<string, Write[]>>();

function writesByKey(trace: Trace): Map<string, Write[]> {
	let index = indexes.get(trace);
	if (!index) {
		index = new Map();
		for (const event of trace.events) {
			if (event.kind !== 'write') continue;
			const writes = index.get(event.key);
			if (writes) writes.push(event);
			else index.set(event.key, [event]);
		}
		indexes.set(trace, index);
	}
	return index;
}
