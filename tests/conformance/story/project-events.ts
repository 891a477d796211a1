import type { Event } from '#lib/kubernetes/pod.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { GeneratedNames } from './generated-names.ts';

type ObjectFacts = Readonly<Record<string, unknown>>;

/** The Events of Pods and of all other objects. */
export function projectEvents(trace: Trace, names: GeneratedNames): ObjectFacts {
	return { ...projectPodEvents(trace, names), ...projectObjectEvents(trace, names) };
}

/** Per Pod (those of one maker together) its Events in order of first appearance, as [type, reason, message, by]. */
function projectPodEvents(trace: Trace, names: GeneratedNames): ObjectFacts {
	const byPod = new Map<string, Map<string, readonly string[]>>();
	for (const event of eventsOf(trace)) {
		const { kind, name = '' } = event.involvedObject;
		if (kind !== 'Pod') continue;
		const fact = [event.type ?? '', event.reason ?? '', names.plain(plain(event)), byOf(event)];
		const list = byPod.get(name) ?? new Map<string, readonly string[]>();
		byPod.set(name, list);
		const key = JSON.stringify(fact);
		if (!list.has(key)) list.set(key, fact);
	}
	const groups: Record<string, (readonly string[])[][]> = {};
	for (const [name, list] of byPod) {
		(groups[`Pod/${names.groupOf(name)}`] ??= []).push([...list.values()]);
	}
	return groups;
}

/** Per object that is no Pod how many Events there are of each text. */
function projectObjectEvents(
	trace: Trace,
	names: GeneratedNames
): Readonly<Record<string, Readonly<Record<string, number>>>> {
	const counts: Record<string, Record<string, number>> = {};
	const seen = new Set<string>();
	for (const event of eventsOf(trace)) {
		const { kind = '', name = '' } = event.involvedObject;
		if (kind === 'Pod' || seen.has(event.metadata.name!)) continue;
		seen.add(event.metadata.name!);
		const text = [event.type, event.reason, names.plain(event.message ?? ''), byOf(event)].join(
			' | '
		);
		const own = (counts[`${kind}/${names.plain(name)}`] ??= {});
		own[text] = (own[text] ?? 0) + 1;
	}
	return counts;
}

function eventsOf({ header, events }: Trace): Event[] {
	return events.flatMap((entry) =>
		entry.kind === 'write' && entry.atMs >= header.startMs && entry.object?.kind === 'Event'
			? [entry.object as Event]
			: []
	);
}

function byOf({ reportingComponent, source }: Event): string {
	return reportingComponent || source?.component || '';
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
