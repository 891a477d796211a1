import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Seq } from '#lib/trace/event.ts';
import { keyOf } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { CompiledMachine, MachineActor, type Actions } from '../kernel/machine.ts';
import type { ClusterChange } from './framework.ts';
import { defaultPlugins } from './plugins/default-plugins.ts';
import { schedulingMachine } from './scheduling-machine.ts';

const compiled = new CompiledMachine('scheduling-cycle', schedulingMachine);

/** Back-off after a failed attempt, ms (pkg/scheduler/backend/queue/scheduling_queue.go). */
const initialBackoffMs = 1000;
const maxBackoffMs = 10_000;

/** A Pod that waits for a node, and how its waiting went. */
export class PodInQueue {
	actor!: MachineActor;
	attempts = 0;
	lastAttemptMs = 0;
	/** Names of the plugins that refused it last. */
	refusedBy: ReadonlySet<string> = new Set();
	/** The trace event by which it came to be tried (again). */
	becauseOf: Seq | null = null;

	constructor(
		public pod: Pod,
		readonly key: string
	) {}
}

/**
 * Pods to be scheduled: highest priority first, then first come first served. A Pod that fitted nowhere is parked until a
 * plugin that refused it says that a change may help.
 *
 * Models pkg/scheduler/backend/queue/scheduling_queue.go PriorityQueue.
 */
export class SchedulingQueue {
	private readonly entries = new Map<string, PodInQueue>();
	private readonly active: PodInQueue[] = [];
	private readonly parked = new Set<PodInQueue>();

	constructor(
		private readonly kernel: Kernel,
		private readonly actionsFor: (entry: PodInQueue) => Actions,
		private readonly onReady: () => void
	) {}

	/** A new Pod, or a change of one that waits. */
	put(pod: Pod): void {
		const key = keyOf(pod);
		const known = this.entries.get(key);
		if (known !== undefined && known.pod.metadata.uid === pod.metadata.uid) {
			known.pod = pod;
			return;
		}
		if (known !== undefined) this.remove(key);
		const entry = new PodInQueue(pod, key);
		entry.actor = new MachineActor(
			this.kernel,
			compiled,
			`scheduling/${key}`,
			this.actionsFor(entry),
			key
		);
		this.entries.set(key, entry);
		this.activate(entry);
	}

	pop(): PodInQueue | undefined {
		const entry = this.active.shift();
		if (entry === undefined) return undefined;
		entry.attempts++;
		entry.lastAttemptMs = this.kernel.nowMs;
		return entry;
	}

	remove(key: string): void {
		const entry = this.entries.get(key);
		if (entry === undefined) return;
		this.entries.delete(key);
		this.parked.delete(entry);
		const at = this.active.indexOf(entry);
		if (at >= 0) this.active.splice(at, 1);
		entry.actor.send('DELETED');
	}

	park(entry: PodInQueue, refusedBy: ReadonlySet<string>): void {
		entry.refusedBy = refusedBy;
		this.parked.add(entry);
	}

	/** Wakes every parked Pod that the change may help. */
	clusterChanged(change: ClusterChange): void {
		for (const entry of this.parked) {
			const helps = defaultPlugins.some(
				(plugin) => entry.refusedBy.has(plugin.name) && plugin.wakes?.(entry.pod, change) === true
			);
			if (!helps) continue;
			this.parked.delete(entry);
			entry.actor.send('CLUSTER_CHANGED', { change: change.type });
		}
	}

	/** 1 s, doubled with every attempt, 10 s at most, counted from the attempt; what has passed already counts. */
	backOff(entry: PodInQueue): void {
		const pause = Math.min(maxBackoffMs, initialBackoffMs * 2 ** (entry.attempts - 1));
		this.kernel.after(entry.lastAttemptMs + pause - this.kernel.nowMs, () => {
			if (this.entries.get(entry.key) !== entry) return;
			if (entry.actor.send('BACKOFF_OVER')) this.activate(entry);
		});
	}

	private activate(entry: PodInQueue): void {
		entry.becauseOf = this.kernel.cause;
		const priority = entry.pod.spec.priority ?? 0;
		let at = this.active.length;
		while (at > 0 && (this.active[at - 1]!.pod.spec.priority ?? 0) < priority) at--;
		this.active.splice(at, 0, entry);
		this.onReady();
	}
}
