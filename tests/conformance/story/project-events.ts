import type { Event } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';

/** Per Pod its Events in order of first appearance, as [type, reason, message, by]. */
export function projectPodEvents({
	header,
	events
}: Trace): Readonly<Record<string, (readonly string[])[][]>> {
	const byPod = new Map<string, Map<string, readonly string[]>>();
	for (const entry of events) {
		if (entry.kind !== 'write' || entry.atMs < header.startMs) continue;
		if (entry.object?.kind !== 'Event') continue;
		const event = entry.object as Event;
		const { kind, name } = event.involvedObject;
		if (kind !== 'Pod') continue;
		const by = event.reportingComponent || event.source?.component || '';
		const fact = [event.type ?? '', event.reason ?? '', plain(event), by];
		const list = byPod.get(`Pod/${name}`) ?? new Map<string, readonly string[]>();
		byPod.set(`Pod/${name}`, list);
		const key = JSON.stringify(fact);
		if (!list.has(key)) list.set(key, fact);
	}
	return Object.fromEntries([...byPod].map(([pod, list]) => [pod, [[...list.values()]]]));
}

function plain({ reason, message = '', involvedObject }: Event): string {
	const { uid, name } = involvedObject;
	const bare = uid ? message.replaceAll(uid, `<uid:${name}>`) : message;
	switch (reason) {
		case 'Scheduled':
			return bare.replace(/ to \S+$/, ' to <node>');
		case 'Pulled':
			return bare.replace(/ in \S+ \(\S+ including waiting\)/, ' in <d> (<d> including waiting)');
		case 'Failed':
			return bare.replace(/^(Failed to pull image "[^"]*"): [\s\S]*/, '$1: <pull error>');
		case 'BackOff':
			return bare.replace(/^(Back-off pulling image "[^"]*"): [\s\S]*/, '$1');
		default:
			return bare.replaceAll(/\b\d+\.\d+\.\d+\.\d+\b/g, '<ip>');
	}
}
