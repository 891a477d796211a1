import type { Trace } from '#lib/trace/trace.ts';

/** Somebody other than the API server who speaks with `one`. */
export function refuteStranger(trace: Trace, one: 'etcd' | 'scheduler'): string | null {
	for (const event of trace.events) {
		if (event.kind !== 'message' || (event.from !== one && event.to !== one)) continue;
		const other = event.from === one ? event.to : event.from;
		if (other !== 'api-server') return `${event.from} spoke to ${event.to}`;
	}
	return null;
}
