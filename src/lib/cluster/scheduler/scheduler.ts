import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { Informer, keyOf } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, latency } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';
import { filterNodes, scoreNodes, verdicts, type Filtered } from './evaluate.ts';
import { SchedulerEvents } from './scheduler-events.ts';
import { failureMessage } from './failure-message.ts';
import type { ClusterChange } from './framework.ts';
import { NodeInfo } from './node-info.ts';
import { defaultPlugins } from './plugins/default-plugins.ts';
import { PodInQueue, SchedulingQueue } from './queue.ts';

/**
 * Watches for Pods without a node and gives each one: by a Binding that it writes to the API server, never by a word to the
 * node. Models pkg/scheduler.
 */
export class Scheduler {
	readonly queue: SchedulingQueue;
	private readonly nodes = new Map<string, NodeInfo>();
	private readonly events: SchedulerEvents;
	private readonly random: Random;
	private readonly latencies: Random;
	private busy = false;

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient
	) {
		this.random = kernel.random.stream('scheduler');
		this.latencies = kernel.random.stream('scheduler/latency');
		this.events = new SchedulerEvents(kernel, client);
		this.queue = new SchedulingQueue(
			kernel,
			(pod) => this.actionsFor(pod),
			() => this.work()
		);
	}

	start(): void {
		new Informer<Node>(this.kernel, this.client, '/api/v1/nodes', (after, before) =>
			this.hearOfNode(after, before)
		).start();
		new Informer<Pod>(this.kernel, this.client, '/api/v1/pods', (after, before) =>
			this.hearOfPod(after, before)
		).start();
	}

	private hearOfNode(after: Node | null, before: Node | null): void {
		if (after === null) {
			this.nodes.delete(before!.metadata.name!);
			return;
		}
		const known = this.nodes.get(after.metadata.name!);
		if (known === undefined) this.nodes.set(after.metadata.name!, new NodeInfo(after));
		else known.node = after;
		this.queue.clusterChanged(
			before === null
				? { type: 'node-added', node: after }
				: { type: 'node-updated', node: after, before }
		);
	}

	private hearOfPod(after: Pod | null, before: Pod | null): void {
		const pod = (after ?? before)!;
		const nodeName = pod.spec.nodeName;
		const ended =
			after === null || after.status.phase === 'Succeeded' || after.status.phase === 'Failed';
		if (nodeName) {
			this.queue.remove(keyOf(pod));
			const info = this.nodes.get(nodeName);
			if (ended) {
				info?.remove(pod.metadata.uid!);
				this.queue.clusterChanged({ type: 'pod-gone', pod } satisfies ClusterChange);
			} else info?.add(pod);
			return;
		}
		if (ended) this.queue.remove(keyOf(pod));
		else if (this.isMine(pod)) this.queue.put(pod);
	}

	private isMine({ spec, metadata }: Pod): boolean {
		return (
			(spec.schedulerName ?? 'default-scheduler') === 'default-scheduler' &&
			(spec.schedulingGates ?? []).length === 0 &&
			metadata.deletionTimestamp === undefined
		);
	}

	/** One Pod at a time. */
	private work(): void {
		if (this.busy) return;
		const next = this.queue.pop();
		if (next === undefined) return;
		this.busy = true;
		this.kernel.because(next.becauseOf, () => next.actor.send('POPPED'));
	}

	private nextPod(): void {
		this.busy = false;
		this.kernel.after(0, () => this.work());
	}

	/** What the scheduling machine's actions do for one Pod. */
	private actionsFor(entry: PodInQueue): Record<string, () => void> {
		let filtered: Filtered[] = [];
		let winner: NodeInfo | undefined;
		const infos = (): NodeInfo[] => [...this.nodes.values()];
		return {
			filter: () =>
				this.kernel.after(draw(this.latencies, latency.schedulingFilter), () => {
					filtered = filterNodes(entry.pod, infos(), defaultPlugins);
					const fitting = filtered.filter(({ refusedBy }) => refusedBy === undefined);
					if (fitting.length > 1) {
						entry.actor.send('SEVERAL_FIT', { nodes: fitting.length });
						return;
					}
					winner = fitting[0]?.info;
					this.decide(entry.pod, filtered, [], winner, fitting.length);
					if (winner === undefined) entry.actor.send('NONE_FITS', { nodes: filtered.length });
					else entry.actor.send('ONE_FITS', { node: winner.name });
				}),

			score: () =>
				this.kernel.after(draw(this.latencies, latency.schedulingScore), () => {
					const all = filtered.map(({ info }) => info);
					const fitting = filtered.filter(({ refusedBy }) => refusedBy === undefined);
					const scored = scoreNodes(
						entry.pod,
						fitting.map(({ info }) => info),
						all,
						defaultPlugins
					);
					const best = Math.max(...scored.map(({ total }) => total));
					const tied = scored.filter(({ total }) => total === best);
					winner = tied[this.random.int(tied.length)]!.info;
					this.decide(entry.pod, filtered, scored, winner, tied.length);
					entry.actor.send('SCORED', { node: winner.name, score: best });
				}),

			bind: () => {
				const node = winner!;
				node.add({ ...entry.pod, spec: { ...entry.pod.spec, nodeName: node.name } });
				this.bind(entry, node);
				this.nextPod();
			},

			reportBound: () => {
				const { namespace, name } = entry.pod.metadata;
				const note = `Successfully assigned ${namespace}/${name} to ${winner!.name}`;
				this.events.post(entry.pod, 'Normal', 'Scheduled', 'Binding', note);
				this.queue.remove(entry.key);
			},

			reportUnschedulable: () => {
				const refusers = filtered.map(({ refusedBy }) => refusedBy!);
				this.queue.park(entry, new Set(refusers));
				const message = failureMessage(filtered);
				this.events.post(entry.pod, 'Warning', 'FailedScheduling', 'Scheduling', message);
				this.markUnschedulable(entry.pod, message);
				this.nextPod();
			},

			backOff: () => this.queue.backOff(entry)
		};
	}

	private decide(
		pod: Pod,
		filtered: readonly Filtered[],
		scored: ReturnType<typeof scoreNodes>,
		winner: NodeInfo | undefined,
		tied: number
	): void {
		this.kernel.cause = this.kernel.record({
			kind: 'decision',
			actor: 'scheduler',
			decision: 'scheduling',
			pod: keyOf(pod),
			nodes: verdicts(filtered, scored),
			winner: winner?.name ?? null,
			tied,
			...(winner === undefined ? { message: failureMessage(filtered) } : undefined)
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
				node.remove(uid!);
				entry.actor.send('BINDING_REFUSED', { code: response.code });
			}
		);
	}

	/** Models schedule_one.go handleSchedulingFailure → updatePod: nothing is sent when the condition stands already. */
	private markUnschedulable(pod: Pod, message: string): void {
		const known = pod.status.conditions?.find(({ type }) => type === 'PodScheduled');
		if (known?.status === 'False' && known.message === message) return;
		const { name, namespace, uid, generation } = pod.metadata;
		const condition = {
			type: 'PodScheduled',
			status: 'False',
			lastProbeTime: null,
			lastTransitionTime: this.kernel.timestamp(),
			reason: 'Unschedulable',
			message,
			observedGeneration: generation
		};
		this.client.request(
			{
				method: 'PATCH',
				path: `/api/v1/namespaces/${namespace}/pods/${name}/status`,
				contentType: 'application/strategic-merge-patch+json',
				body: {
					metadata: { uid },
					status: {
						conditions: [condition]
					}
				}
			},
			() => {}
		);
	}
}
