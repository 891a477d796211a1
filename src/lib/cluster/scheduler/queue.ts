import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Seq } from '#lib/trace/event.ts';
import { keyOf } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { CompiledMachine, MachineActor, type Actions } from '../kernel/machine.ts';
import { backoffOverMs } from './backoff.ts';
import { type ClusterChange, podChanges } from './cluster-change.ts';
import type { ClusterView } from './cluster-view.ts';
import { defaultPlugins } from './plugins/default-plugins.ts';
import { isGated } from './plugins/scheduling-gates.ts';
import { priorityOf } from './pod-priority.ts';
import { schedulingMachine } from './scheduling-machine.ts';

const compiled = new CompiledMachine('scheduling-cycle', schedulingMachine);

/** So long a Pod is parked at most, and so often the queue looks for such, ms. */
const longestParkedMs = 300_000;
const flushMs = 30_000;

/** A Pod that waits for a node, and how its waiting went. */
export class PodInQueue {
	actor!: MachineActor;
	place: 'active' | 'backing-off' | 'parked' | 'in-flight' | 'gone' = 'active';
	/** How often it fitted nowhere, and how often binding it failed in a row. */
	refusals = 0;
	errors = 0;
	/** When it came to wait as it does now: new, or refused. Older ones come first. */
	sinceMs = 0;
	backoffOverMs = 0;
	/** Names of the plugins that refused it last. */
	refusedBy: ReadonlySet<string> = new Set();
	/** What happened while it was being tried. */
	readonly meanwhile: ClusterChange[] = [];
	/** Pods are being removed for it; until that is done it need not be tried. */
	preempting = false;
	/** The trace event by which it came to be tried (again). */
	becauseOf: Seq | null = null;

	constructor(
		public pod: Pod,
		readonly key: string
	) {}
}

function before(a: PodInQueue, b: PodInQueue): boolean {
	const difference = priorityOf(a.pod) - priorityOf(b.pod);
	return difference === 0 ? a.sinceMs < b.sinceMs : difference > 0;
}

/**
 * Pods to be scheduled: highest priority first, then first come first served. A Pod that fitted nowhere is parked until a
 * plugin that refused it says that a change may help; then it waits for its back-off, or for the scheduler to be idle.
 *
 * Models pkg/scheduler/backend/queue/scheduling_queue.go PriorityQueue.
 */
export class SchedulingQueue {
	private readonly entries = new Map<string, PodInQueue>();
	private readonly active: PodInQueue[] = [];
	private readonly backingOff = new Set<PodInQueue>();
	private readonly parked = new Set<PodInQueue>();
	private readonly inFlight = new Set<PodInQueue>();

	constructor(
		private readonly kernel: Kernel,
		private readonly actionsFor: (entry: PodInQueue) => Actions,
		private readonly onReady: () => void,
		private readonly view: () => ClusterView
	) {}

	/** A new Pod, or a change of one that waits. */
	put(pod: Pod): void {
		const key = keyOf(pod);
		const known = this.entries.get(key);
		if (known !== undefined && known.pod.metadata.uid === pod.metadata.uid) {
			this.update(known, pod);
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
		entry.sinceMs = this.kernel.nowMs;
		if (isGated(pod)) {
			entry.actor.send('GATED');
			entry.refusedBy = new Set(['SchedulingGates']);
			entry.place = 'parked';
			this.parked.add(entry);
			return;
		}
		this.activate(entry);
		this.onReady();
	}

	get(key: string): PodInQueue | undefined {
		return this.entries.get(key);
	}

	/** The next to be tried. Models active_queue.go Pop, with the feature SchedulerPopFromBackoffQ. */
	pop(): PodInQueue | undefined {
		const entry = this.active.shift() ?? this.popBackingOff();
		if (entry === undefined) return undefined;
		entry.place = 'in-flight';
		entry.meanwhile.length = 0;
		this.inFlight.add(entry);
		return entry;
	}

	remove(key: string): void {
		const entry = this.entries.get(key);
		if (entry === undefined) return;
		this.entries.delete(key);
		this.inFlight.delete(entry);
		this.leave(entry);
		entry.place = 'gone';
		entry.actor.send('DELETED');
	}

	/** Fitted nowhere. What happened meanwhile may help already. */
	park(entry: PodInQueue, refusedBy: ReadonlySet<string>): void {
		this.inFlight.delete(entry);
		entry.refusals++;
		entry.errors = 0;
		entry.sinceMs = this.kernel.nowMs;
		entry.refusedBy = refusedBy;
		entry.place = 'parked';
		this.parked.add(entry);
		this.tryAgainLater(entry);
		const helpful = entry.meanwhile.find((change) => this.helps(entry, change));
		if (helpful === undefined) return;
		this.wake(entry, helpful.label, true);
		this.onReady();
	}

	/** Models scheduling_queue.go flushUnschedulablePodsLeftover: a change that no hint speaks of may have helped. */
	private tryAgainLater(entry: PodInQueue): void {
		const { sinceMs } = entry;
		const dueMs = Math.ceil((sinceMs + longestParkedMs) / flushMs) * flushMs;
		this.kernel.housekeepingAfter(dueMs - this.kernel.nowMs, () => {
			if (entry.place !== 'parked' || entry.sinceMs !== sinceMs) return;
			this.wake(entry, 'UnschedulableTimeout', false);
			this.onReady();
		});
	}

	/** Has its node. */
	done(entry: PodInQueue): void {
		this.inFlight.delete(entry);
	}

	/** Wakes every parked Pod that the change may help; of those only some, where a test says which. */
	clusterChanged(change: ClusterChange, concerns: (pod: Pod) => boolean = () => true): void {
		for (const entry of this.inFlight) {
			if (concerns(entry.pod)) entry.meanwhile.push(change);
		}
		let woken = false;
		for (const entry of this.parked) {
			if (!concerns(entry.pod) || !this.helps(entry, change)) continue;
			this.wake(entry, change.label, false);
			woken = true;
		}
		if (woken) this.onReady();
	}

	/** What the machine does when a Pod is woken, or when its Binding was refused. */
	backOff(entry: PodInQueue): void {
		if (entry.place === 'in-flight') {
			this.inFlight.delete(entry);
			entry.errors++;
			entry.sinceMs = this.kernel.nowMs;
		}
		const { nowMs, epochMs } = this.kernel;
		entry.backoffOverMs = backoffOverMs(entry, epochMs);
		if (entry.backoffOverMs <= nowMs) {
			entry.actor.send('BACKOFF_OVER');
			this.activate(entry);
			return;
		}
		entry.place = 'backing-off';
		this.backingOff.add(entry);
		const due = entry.backoffOverMs;
		this.kernel.after(due - nowMs, () => {
			if (entry.place !== 'backing-off' || entry.backoffOverMs !== due) return;
			this.backingOff.delete(entry);
			entry.actor.send('BACKOFF_OVER');
			this.activate(entry);
			this.onReady();
		});
	}

	private update(entry: PodInQueue, pod: Pod): void {
		const changes = podChanges(pod, entry.pod, true);
		entry.pod = pod;
		for (const change of changes) {
			if (entry.place === 'in-flight') entry.meanwhile.push(change);
			else if (entry.place === 'parked' && this.helps(entry, change)) {
				this.wake(entry, change.label, false);
				this.onReady();
			}
		}
	}

	/** Models scheduling_queue.go isPodWorthRequeuing: without a plugin that refused it anything may help. */
	private helps(entry: PodInQueue, change: ClusterChange): boolean {
		if (entry.preempting && change.type !== 'pod-gone') return false;
		if (entry.refusedBy.size === 0) return true;
		if (isGated(entry.pod)) return false;
		const view = this.view();
		return defaultPlugins.some(
			(plugin) =>
				entry.refusedBy.has(plugin.name) && plugin.wakes?.(entry.pod, change, view) === true
		);
	}

	private wake(entry: PodInQueue, change: string, meanwhile: boolean): void {
		this.parked.delete(entry);
		if (entry.actor.send('GATES_GONE', { change })) this.activate(entry);
		else entry.actor.send('CLUSTER_CHANGED', meanwhile ? { change, meanwhile } : { change });
	}

	/** The one whose back-off ends first, by the second; of those the one that would come first. */
	private popBackingOff(): PodInQueue | undefined {
		let first: PodInQueue | undefined;
		for (const entry of this.backingOff) {
			if (entry.errors > 0) continue;
			const sooner =
				first === undefined ||
				entry.backoffOverMs < first.backoffOverMs ||
				(entry.backoffOverMs === first.backoffOverMs && before(entry, first));
			if (sooner) first = entry;
		}
		if (first === undefined) return undefined;
		this.backingOff.delete(first);
		first.actor.send('SCHEDULER_IDLE');
		return first;
	}

	private leave(entry: PodInQueue): void {
		this.parked.delete(entry);
		this.backingOff.delete(entry);
		const at = this.active.indexOf(entry);
		if (at >= 0) this.active.splice(at, 1);
	}

	private activate(entry: PodInQueue): void {
		entry.becauseOf = this.kernel.cause;
		entry.place = 'active';
		let at = this.active.length;
		while (at > 0 && before(entry, this.active[at - 1]!)) at--;
		this.active.splice(at, 0, entry);
	}
}
