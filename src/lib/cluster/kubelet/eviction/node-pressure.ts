import { evictionThreshold } from '#lib/kubernetes/eviction-threshold.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { podRequests } from '#lib/kubernetes/pod-requests.ts';
import type { Seq } from '#lib/trace/event.ts';
import type { ContainerRuntime } from '../../container-runtime/runtime.ts';
import { keyOf } from '../../informer.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { GivingUp } from '../active-deadline.ts';
import type { KubeletEvents } from '../kubelet-events.ts';
import { evictionMessage } from './eviction-message.ts';
import { evictionOrder, type EvictionCandidate } from './eviction-order.ts';

/** How often the kubelet looks (pkg/kubelet/kubelet.go evictionMonitoringPeriod), and for how long it says so afterwards. */
const periodMs = 10_000;
const transitionMs = 300_000;
/** After an eviction it waits until the Pod has ended, and looks again. */
const cleanUpMs = 1000;
const longestCleanUp = 30;
const criticalPriority = 2_000_000_000;

/** A Pod that runs on the node. */
export interface RunningPod {
	readonly pod: Pod;
	/** Nothing of it runs any more. */
	readonly isTerminated: boolean;
	giveUp(why: GivingUp): void;
}

interface Candidate extends EvictionCandidate {
	readonly running: RunningPod;
	/** By container, bytes. */
	readonly usage: ReadonlyMap<string, number>;
}

/**
 * Watches the node's memory and evicts Pods, one after the other, before the kernel has to end processes. Looks that would
 * find enough memory are not simulated.
 *
 * Models pkg/kubelet/eviction/eviction_manager.go synchronize, for the signal memory.available.
 */
export class NodePressure {
	private scheduled = false;
	private observedMs = -Infinity;

	constructor(
		private readonly kernel: Kernel,
		private readonly runtime: ContainerRuntime,
		private readonly events: KubeletEvents,
		/** When in each 10 s this node looks. */
		private readonly phaseMs: number,
		private readonly pods: () => Iterable<RunningPod>
	) {
		runtime.memory.onChange = () => this.note();
	}

	/** The node says MemoryPressure: there was too little less than five minutes ago. */
	get isUnderMemoryPressure(): boolean {
		return this.kernel.nowMs - this.observedMs < transitionMs;
	}

	private get isShort(): boolean {
		return this.runtime.memory.available < evictionThreshold.bytes;
	}

	private note(): void {
		if (this.scheduled || !this.isShort) return;
		this.scheduled = true;
		const { nowMs, cause } = this.kernel;
		const since = (nowMs - this.phaseMs) % periodMs;
		this.kernel.after(periodMs - since, () => this.look(cause));
	}

	private look(cause: Seq | null): void {
		this.scheduled = false;
		if (!this.isShort) return;
		this.observedMs = this.kernel.nowMs;
		this.events.postForNode('Warning', 'EvictionThresholdMet', 'Attempting to reclaim memory');
		const ranked = evictionOrder(this.candidates());
		const first = ranked.find(({ priority }) => priority < criticalPriority);
		if (first !== undefined) this.kernel.because(cause, () => this.evict(first, ranked));
	}

	private evict(first: Candidate, ranked: readonly Candidate[]): void {
		const { node, memory } = this.runtime;
		const { pod } = first.running;
		this.kernel.cause = this.kernel.record({
			kind: 'decision',
			actor: `kubelet/${node}`,
			decision: 'eviction',
			node,
			pod: first.pod,
			threshold: evictionThreshold.bytes,
			available: memory.available,
			ranked: ranked.map(({ pod, priority, uses, requests }) => ({ pod, priority, uses, requests }))
		});
		const message = evictionMessage(
			pod.spec.containers,
			evictionThreshold.text,
			memory.available,
			first.usage
		);
		this.events.post(pod, 'Warning', 'Evicted', message);
		first.running.giveUp({ reason: 'Evicted', message, disrupts: true, graceSeconds: 1 });
		this.scheduled = true;
		this.waitFor(first.running, longestCleanUp);
	}

	private waitFor(running: RunningPod, times: number): void {
		this.kernel.after(cleanUpMs, () => {
			if (!running.isTerminated && times > 1) return this.waitFor(running, times - 1);
			this.look(this.kernel.cause);
			// Nothing more to evict now: the next look comes when it is due.
			this.note();
		});
	}

	private candidates(): Candidate[] {
		return [...this.pods()]
			.filter(({ isTerminated }) => !isTerminated)
			.map((running) => {
				const { metadata, spec } = running.pod;
				const usage = new Map(
					this.runtime
						.containersOf(metadata.uid!)
						.filter(({ state }) => state === 'running')
						.map(({ name, process }) => [name, process.memory] as const)
				);
				const uses = [...usage.values()].reduce((sum, bytes) => sum + bytes, 0);
				const { memory: requests } = podRequests(spec);
				return {
					pod: keyOf(running.pod),
					priority: spec.priority ?? 0,
					uses,
					requests,
					usage,
					running
				};
			});
	}
}
