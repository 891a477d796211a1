import type { Pod } from '#lib/kubernetes/pod.ts';
import { bisect } from './bisect.ts';
import type { Trace } from './trace.ts';

/** How many Pods one owner has at a moment, as the API says. */
export interface OwnerCount {
	/** Neither terminating nor ended. */
	readonly pods: number;
	/** Of these, with condition Ready. */
	readonly ready: number;
	/** Told to go, not ended yet. */
	readonly terminating: number;
}

/** What the API says from one moment on until the next entry. */
export interface PodCounts {
	readonly atMs: number;
	/** By name of the controller, '' for Pods without one. */
	readonly byOwner: ReadonlyMap<string, OwnerCount>;
	readonly total: OwnerCount;
}

type Kind = keyof OwnerCount;

const none: OwnerCount = { pods: 0, ready: 0, terminating: 0 };

/** The Pods of one namespace by owner, one entry for each moment at which a number changes; the first at the story's start. */
export function podCountsOf(trace: Trace, namespace = 'default'): readonly PodCounts[] {
	let counts = known.get(trace);
	if (!counts) {
		counts = count(trace, `/registry/pods/${namespace}/`);
		known.set(trace, counts);
	}
	return counts;
}

const known = new WeakMap<Trace, readonly PodCounts[]>();

/** The entry that holds at a moment. */
export function podCountsAt(counts: readonly PodCounts[], ms: number): PodCounts {
	return counts[Math.max(0, bisect(counts, ({ atMs }) => atMs > ms) - 1)]!;
}

function count(trace: Trace, prefix: string): readonly PodCounts[] {
	const entries: PodCounts[] = [{ atMs: trace.header.startMs, byOwner: new Map(), total: none }];
	for (const event of trace.events) {
		if (event.kind !== 'write' || !event.key.startsWith(prefix)) continue;
		const before = kindsOf(event.previous as Pod | null);
		const after = kindsOf(event.object as Pod | null);
		if (before.join() === after.join()) continue;
		const last = entries[entries.length - 1]!;
		const owner = ownerOf((event.object ?? event.previous) as Pod);
		const change = (from: OwnerCount): OwnerCount => {
			const moved: Record<Kind, number> = { ...from };
			for (const kind of before) moved[kind]--;
			for (const kind of after) moved[kind]++;
			return moved;
		};
		const entry = {
			atMs: Math.max(event.atMs, trace.header.startMs),
			byOwner: new Map(last.byOwner).set(owner, change(last.byOwner.get(owner) ?? none)),
			total: change(last.total)
		};
		if (entry.atMs === last.atMs) entries.pop();
		entries.push(entry);
	}
	return entries;
}

function kindsOf(pod: Pod | null): readonly Kind[] {
	if (!pod) return [];
	// What has ended takes no room any more, whether the object is still there or not.
	if (pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') return [];
	if (pod.metadata.deletionTimestamp !== undefined) return ['terminating'];
	const ready = pod.status.conditions?.some(
		({ type, status }) => type === 'Ready' && status === 'True'
	);
	return ready ? ['pods', 'ready'] : ['pods'];
}

function ownerOf(pod: Pod): string {
	return pod.metadata.ownerReferences?.find((owner) => owner.controller)?.name ?? '';
}
