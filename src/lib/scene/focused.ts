import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Write } from '#lib/trace/event.ts';
import { historyOf } from '#lib/trace/history.ts';
import type { Trace } from '#lib/trace/trace.ts';
import type { View } from './view.ts';

/** The object under discussion: as it is, or as it last was. */
export interface FocusedObject {
	readonly key: string;
	readonly object: KubeObject;
	readonly previous: KubeObject | null;
	readonly revision: number;
	readonly atMs: number;
	readonly seq: number;
	readonly gone: boolean;
}

/** The one that was asked for; else the workload that the story wrote last, or where it has none, the Pod. */
export function focused({
	index,
	state,
	focus
}: Pick<View, 'index' | 'state' | 'focus'>): FocusedObject | null {
	const write = lastWrite(index.trace, state.count, focus);
	if (!write) return null;
	const object = write.object ?? write.previous;
	if (!object) return null;
	const { key, revision, atMs, seq } = write;
	return {
		key,
		object,
		previous: write.object ? write.previous : object,
		revision,
		atMs,
		seq,
		gone: write.object === null
	};
}

/** The last write among the first `count` events: of a key, or of what the story is about. */
function lastWrite(trace: Trace, count: number, key: string | null): Write | null {
	const writes = key === null ? storyWrites(trace) : historyOf(trace, key);
	let low = 0;
	let high = writes.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (writes[middle]!.seq < count) low = middle + 1;
		else high = middle;
	}
	return writes[low - 1] ?? null;
}

const known = new WeakMap<Trace, readonly Write[]>();

function storyWrites(trace: Trace): readonly Write[] {
	let writes = known.get(trace);
	if (!writes) {
		const told = trace.events.filter(
			(event): event is Write =>
				event.kind === 'write' &&
				event.atMs >= trace.header.startMs &&
				!event.key.includes('/kube-system/')
		);
		const workloads = told.filter(isWorkload);
		writes =
			workloads.length > 0
				? workloads
				: told.filter(({ key }) => key.startsWith('/registry/pods/'));
		known.set(trace, writes);
	}
	return writes;
}

/** A Deployment, or a ReplicaSet that none made. */
function isWorkload({ key, object, previous }: Write): boolean {
	if (key.startsWith('/registry/deployments/')) return true;
	if (!key.startsWith('/registry/replicasets/')) return false;
	return !(object ?? previous)?.metadata.ownerReferences?.length;
}
