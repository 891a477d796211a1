import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { Informer, keyOf } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, latency, type Spread } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';
import { Attempt } from './attempt.ts';
import { nodeChanges, podChanges } from './cluster-change.ts';
import { ClusterView } from './cluster-view.ts';
import { type Diagnosis, refusersOf, type Scored, scoreNodes, verdicts } from './evaluate.ts';
import { failureMessage, truncated } from './failure-message.ts';
import { Nominations } from './nominations.ts';
import { NodeInfo } from './node-info.ts';
import { ObjectInformers } from './object-informers.ts';
import { defaultPlugins } from './plugins/default-plugins.ts';
import { priorityOf } from './pod-priority.ts';
import { PodStatusWriter } from './pod-status-writer.ts';
import { Eviction } from './preemption/eviction.ts';
import { type Remedy, remedyFor } from './preemption/preempt.ts';
import { PodInQueue, SchedulingQueue } from './queue.ts';
import { SchedulerEvents } from './scheduler-events.ts';

/** What each plugin's scores count for; one object for every decision. */
const weights: Readonly<Record<string, number>> = Object.fromEntries(
	defaultPlugins.flatMap(({ name, score }) => (score ? [[name, score.weight]] : []))
);

/**
 * Watches for Pods without a node and gives each one: by a Binding that it writes to the API server, never by a word to the
 * node. Models pkg/scheduler.
 */
export class Scheduler {
	readonly queue: SchedulingQueue;
	private readonly nodes = new Map<string, NodeInfo>();
	/** The nodes in order, until one comes or goes. */
	private listed: readonly NodeInfo[] | undefined;
	private readonly objects: ObjectInformers;
	private readonly nominations = new Nominations();
	private readonly events: SchedulerEvents;
	private readonly statuses: PodStatusWriter;
	private readonly eviction: Eviction;
	private readonly random: Random;
	private readonly latencies: Random;
	private busy = false;
	private stopped = false;
	private readonly informers: readonly { start(): void; stop(): void }[];

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient
	) {
		this.random = kernel.random.stream('scheduler');
		this.latencies = kernel.random.stream('scheduler/latency');
		this.events = new SchedulerEvents(kernel, client);
		this.statuses = new PodStatusWriter(kernel, client);
		this.eviction = new Eviction(client, this.statuses, this.events);
		this.objects = new ObjectInformers(kernel, client, (change) =>
			this.queue.clusterChanged(change)
		);
		this.queue = new SchedulingQueue(
			kernel,
			(pod) => this.actionsFor(pod),
			() => this.work(),
			() => this.view()
		);
		this.informers = [
			new Informer<Node>(kernel, client, '/api/v1/nodes', (after, before) =>
				this.hearOfNode(after, before)
			),
			new Informer<Pod>(kernel, client, '/api/v1/pods', (after, before) =>
				this.hearOfPod(after, before)
			),
			this.objects
		];
	}

	start(): void {
		for (const informer of this.informers) informer.start();
	}

	/** The process ends: what it was about to decide is not decided. */
	stop(): void {
		this.stopped = true;
		for (const informer of this.informers) informer.stop();
	}

	/** A look at the cluster as it is now, for a Pod. */
	attempt(pod: Pod): Attempt {
		return new Attempt(pod, this.view(), defaultPlugins, this.nominations);
	}

	private view(): ClusterView {
		return new ClusterView((this.listed ??= [...this.nodes.values()]), this.objects);
	}

	private hearOfNode(after: Node | null, before: Node | null): void {
		if (after === null || before === null) this.listed = undefined;
		if (after === null) this.nodes.delete(before!.metadata.name!);
		else {
			const known = this.nodes.get(after.metadata.name!);
			if (known === undefined) this.nodes.set(after.metadata.name!, new NodeInfo(after));
			else known.node = after;
		}
		for (const change of nodeChanges(after, before)) this.queue.clusterChanged(change);
	}

	private hearOfPod(after: Pod | null, before: Pod | null): void {
		const pod = (after ?? before)!;
		const ended =
			after === null || after.status.phase === 'Succeeded' || after.status.phase === 'Failed';
		if (!before?.spec.nodeName && (ended || pod.spec.nodeName)) {
			this.queue.remove(keyOf(pod));
			this.nominations.remove(pod);
		}
		if (pod.spec.nodeName) this.hearOfAssigned(pod, before, ended);
		else if (!ended && this.isMine(pod)) {
			this.nominations.update(pod, before);
			this.queue.put(pod);
		} else this.queue.remove(keyOf(pod));
		if (before && !pod.spec.nodeName) this.hearOfPlace(before, after);
	}

	private hearOfAssigned(pod: Pod, before: Pod | null, ended: boolean): void {
		const info = this.nodes.get(pod.spec.nodeName!);
		if (ended) {
			info?.remove(pod.metadata.uid!);
			this.queue.clusterChanged({ label: 'AssignedPodDelete', type: 'pod-gone', pod });
			return;
		}
		info?.add(pod);
		if (!before?.spec.nodeName) {
			this.queue.clusterChanged({ label: 'AssignedPodAdd', type: 'pod-added', pod });
			return;
		}
		for (const change of podChanges(pod, before, false)) this.queue.clusterChanged(change);
	}

	/**
	 * A place that was kept for a Pod no longer is: it is free for others that are no more important.
	 * Models eventhandlers.go updatePodInSchedulingQueue, deletePodFromSchedulingQueue.
	 */
	private hearOfPlace(before: Pod, after: Pod | null): void {
		const { nominatedNodeName } = before.status;
		if (!nominatedNodeName || after?.status.nominatedNodeName === nominatedNodeName) return;
		const priority = priorityOf(before);
		this.queue.clusterChanged(
			{ label: 'AssignedPodDelete', type: 'pod-gone', pod: before },
			(other) => priorityOf(other) <= priority
		);
	}

	private isMine({ spec, metadata }: Pod): boolean {
		return (
			(spec.schedulerName ?? 'default-scheduler') === 'default-scheduler' &&
			metadata.deletionTimestamp === undefined
		);
	}

	/** One Pod at a time. */
	private work(): void {
		if (this.busy || this.stopped) return;
		const next = this.queue.pop();
		if (next === undefined) return;
		this.busy = true;
		this.kernel.because(next.becauseOf, () => next.actor.send('POPPED'));
	}

	private unlessStopped(takes: Spread, then: () => void): void {
		this.kernel.after(draw(this.latencies, takes), () => {
			if (!this.stopped) then();
		});
	}

	private nextPod(): void {
		this.busy = false;
		this.kernel.after(0, () => this.work());
	}

	/** What the scheduling machine's actions do for one Pod. */
	private actionsFor(entry: PodInQueue): Record<string, () => void> {
		let attempt: Attempt;
		let diagnosis: Diagnosis;
		let remedy: Remedy;
		let winner: NodeInfo | undefined;
		const feasible = (): NodeInfo[] =>
			diagnosis.filtered.flatMap(({ info, refusedBy }) => (refusedBy === undefined ? [info] : []));
		return {
			filter: () =>
				this.unlessStopped(latency.schedulingFilter, () => {
					attempt = this.attempt(entry.pod);
					diagnosis = attempt.diagnose();
					const fitting = feasible();
					if (fitting.length > 1) {
						entry.actor.send('SEVERAL_FIT', { nodes: fitting.length });
						return;
					}
					winner = fitting[0];
					if (winner === undefined) {
						remedy = remedyFor(attempt, diagnosis);
						const message = failureMessage(diagnosis, remedy.text);
						this.decide(entry.pod, diagnosis, [], null, fitting.length, message);
						entry.actor.send('NONE_FITS', { nodes: diagnosis.filtered.length });
					} else {
						this.decide(entry.pod, diagnosis, [], winner, fitting.length);
						entry.actor.send('ONE_FITS', { node: winner.name });
					}
				}),

			score: () =>
				this.unlessStopped(latency.schedulingScore, () => {
					const scored = scoreNodes(entry.pod, feasible(), attempt.cluster, defaultPlugins);
					const best = Math.max(...scored.map(({ total }) => total));
					const tied = scored.filter(({ total }) => total === best);
					winner = tied[this.random.int(tied.length)]!.info;
					this.decide(entry.pod, diagnosis, scored, winner, tied.length);
					entry.actor.send('SCORED', { node: winner.name, score: best });
				}),

			bind: () => {
				const node = winner!;
				node.add({ ...entry.pod, spec: { ...entry.pod.spec, nodeName: node.name } });
				this.nominations.remove(entry.pod);
				this.bind(entry, node);
				this.nextPod();
			},

			reportBound: () => {
				const { namespace, name } = entry.pod.metadata;
				const note = `Successfully assigned ${namespace}/${name} to ${winner!.name}`;
				this.events.post(entry.pod, 'Normal', 'Scheduled', 'Binding', note);
				this.queue.done(entry);
				this.queue.remove(entry.key);
			},

			reportUnschedulable: () => {
				this.reportUnschedulable(entry, diagnosis, remedy);
				this.nextPod();
			},

			backOff: () => this.queue.backOff(entry)
		};
	}

	/** Models schedule_one.go handleSchedulingFailure. */
	private reportUnschedulable(entry: PodInQueue, diagnosis: Diagnosis, remedy: Remedy): void {
		const { pod } = entry;
		const { candidates, text, givesUp } = remedy;
		const chosen =
			candidates.length > 1 ? candidates[this.random.int(candidates.length)] : candidates[0];
		const nominated = chosen?.node.name ?? (givesUp ? '' : undefined);
		const message = failureMessage(diagnosis, text);
		if (nominated !== undefined) this.nominations.set(pod, nominated);
		this.events.post(pod, 'Warning', 'FailedScheduling', 'Scheduling', truncated(message));
		this.statuses.unschedulable(pod, message, nominated);
		if (chosen !== undefined) {
			const done = (): void => {
				entry.preempting = false;
			};
			entry.preempting = this.eviction.begin(pod, chosen, done);
			if (entry.preempting) {
				for (const other of this.nominations.below(pod, chosen.node.name)) {
					this.statuses.giveUpPlace(other);
				}
			}
		}
		this.queue.park(entry, refusersOf(diagnosis));
	}

	private decide(
		pod: Pod,
		{ filtered, filters }: Diagnosis,
		scored: readonly Scored[],
		winner: NodeInfo | null,
		tied: number,
		message?: string
	): void {
		this.kernel.cause = this.kernel.record({
			kind: 'decision',
			actor: 'scheduler',
			decision: 'scheduling',
			pod: keyOf(pod),
			nodes: verdicts(filtered, scored),
			winner: winner?.name ?? null,
			tied,
			filters,
			...(scored.length === 0 ? undefined : { weights }),
			...(message === undefined ? undefined : { message })
		});
	}

	private bind(entry: PodInQueue, node: NodeInfo): void {
		const { name, namespace, uid } = entry.pod.metadata;
		this.client.request(
			{
				method: 'POST',
				path: `/api/v1/namespaces/${namespace}/pods/${name}/binding`,
				body: {
					kind: 'Binding',
					apiVersion: 'v1',
					metadata: { name, namespace, uid },
					target: { kind: 'Node', name: node.name }
				}
			},
			(response) => {
				if (response.code === 201) {
					entry.actor.send('BOUND');
					return;
				}
				const assumed = node.pods.get(uid!);
				node.remove(uid!);
				entry.actor.send('BINDING_REFUSED', { code: response.code });
				if (assumed === undefined) return;
				this.queue.clusterChanged(
					{ label: 'AssignedPodDelete', type: 'pod-gone', pod: assumed },
					(other) => other.metadata.uid !== uid
				);
			}
		);
	}
}
