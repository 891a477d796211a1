import type { KubeObject } from '#lib/kubernetes/object.ts';
import { bisect } from '#lib/trace/bisect.ts';
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

/** The one that was asked for; else the workload or Service that a person last changed; where that was a Pod, or nothing, the Pod that the story wrote last. */
export function focused({
	index,
	state,
	focus
}: Pick<View, 'index' | 'state' | 'focus'>): FocusedObject | null {
	const { trace } = index;
	const changed = before(changedByPerson(trace), state.count)?.key;
	// Of several Pods the one that something happens to is of interest.
	const key = focus ?? (changed?.startsWith('/registry/pods/') ? undefined : changed);
	const write = before(key === undefined ? podWrites(trace) : historyOf(trace, key), state.count);
	if (!write) return null;
	const object = write.object ?? write.previous;
	if (!object) return null;
	const { revision, atMs, seq } = write;
	return {
		key: write.key,
		object,
		previous: write.object ? write.previous : object,
		revision,
		atMs,
		seq,
		gone: write.object === null
	};
}

/** The last of some writes among the first `count` events. */
function before(writes: readonly Write[], count: number): Write | undefined {
	return writes[bisect(writes, ({ seq }) => seq >= count) - 1];
}

const person = new WeakMap<Trace, readonly Write[]>();
const pods = new WeakMap<Trace, readonly Write[]>();

const discussed = /^\/registry\/(deployments|replicasets|services\/specs|pods)\/(?!kube-system\/)/;

/** Writes of Deployments, ReplicaSets, Services and Pods that commands asked for. */
function changedByPerson(trace: Trace): readonly Write[] {
	let writes = person.get(trace);
	if (!writes) {
		const commands = new Set<number>();
		const found: Write[] = [];
		for (const event of trace.events) {
			if (event.kind === 'message' && event.content.type === 'request') {
				if (event.from.startsWith('kubectl/')) commands.add(event.content.id);
			} else if (event.kind === 'write' && discussed.test(event.key)) {
				if (commands.has(event.request)) found.push(event);
			}
		}
		person.set(trace, (writes = found));
	}
	return writes;
}

function podWrites(trace: Trace): readonly Write[] {
	let writes = pods.get(trace);
	if (!writes) {
		writes = trace.events.filter(
			(event): event is Write =>
				event.kind === 'write' &&
				event.atMs >= trace.header.startMs &&
				event.key.startsWith('/registry/pods/') &&
				!event.key.startsWith('/registry/pods/kube-system/')
		);
		pods.set(trace, writes);
	}
	return writes;
}
