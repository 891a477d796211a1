import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import type { ContainerRuntime } from '../container-runtime/runtime.ts';
import { Informer } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, latency } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { Backoff } from './backoff.ts';
import { NodePressure } from './eviction/node-pressure.ts';
import { ImagePuller } from './image-puller.ts';
import { KubeletEvents } from './kubelet-events.ts';
import { NodeHeartbeat } from './node-heartbeat.ts';
import type { NodeServices } from './node-services.ts';
import { isMirrorPod } from './static-pods/static-pod.ts';
import { StaticPods } from './static-pods/static-pods.ts';
import { Pleg } from './pleg.ts';
import { PodWorker } from './pod-worker.ts';
import { StatusManager } from './status-manager.ts';
import { VolumeManager } from './volume-manager.ts';

/**
 * The kubelet of one node: watches for Pods with its own name on them, gives each a worker, tells the API server what became
 * of them. Nobody calls it; it sees. Models pkg/kubelet/kubelet.go syncLoop.
 */
export class Kubelet implements NodeServices {
	readonly puller: ImagePuller;
	readonly events: KubeletEvents;
	readonly statuses: StatusManager;
	readonly volumes: VolumeManager;
	readonly serviceList = (): readonly Service[] => this.serviceCopies.list();
	private readonly serviceCopies: Informer<Service>;
	readonly backoff = new Backoff();
	readonly imageBackoff = new Backoff();
	private readonly pleg: Pleg;
	private readonly random: Random;
	private readonly workers = new Map<string, PodWorker>();
	readonly staticPods: StaticPods;
	private readonly heartbeat: NodeHeartbeat;
	private readonly pressure: NodePressure;

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient,
		readonly runtime: ContainerRuntime,
		readonly node: string,
		readonly hostIP: string
	) {
		this.random = kernel.random.stream(`kubelet/${node}`);
		this.puller = new ImagePuller(kernel, runtime);
		this.events = new KubeletEvents(kernel, client, node);
		this.staticPods = new StaticPods(
			kernel,
			client,
			node,
			(pod, onEnd) => this.admit(pod, onEnd),
			(pod) => this.statuses.tellAgain(pod)
		);
		this.statuses = new StatusManager(kernel, client, this.staticPods.mirrors);
		this.volumes = new VolumeManager(kernel, client, this.events, this.random);
		this.serviceCopies = new Informer<Service>(kernel, client, '/api/v1/services', () => {});
		this.pleg = new Pleg(kernel, this.random.int(1000), (uid) =>
			this.workers.get(uid)?.lookAgain()
		);
		runtime.onChange = (uid) => this.pleg.note(uid);
		this.pressure = new NodePressure(
			kernel,
			runtime,
			this.events,
			kernel.random.stream(`eviction/${node}`).int(10_000),
			() => this.workers.values()
		);
		this.heartbeat = new NodeHeartbeat(kernel, client, runtime, node, this.events, this.pressure);
	}

	start(): void {
		this.serviceCopies.start();
		new Informer<Pod>(
			this.kernel,
			this.client,
			'/api/v1/pods',
			(after, before) => this.hear(after, before),
			`spec.nodeName=${this.node}`
		).start();
		this.heartbeat.start(this.random.between(0, 10_000));
	}

	private readonly pods = new Map<string, Pod>();

	private hear(after: Pod | null, before: Pod | null): void {
		const pod = (after ?? before)!;
		if (isMirrorPod(pod.metadata)) {
			const isNews = after === null || before === null || differs(before, after);
			return this.staticPods.hearMirror(after, before, isNews);
		}
		const uid = pod.metadata.uid!;
		if (after === null) {
			this.pods.delete(uid);
			this.workers.get(uid)?.objectGone();
			return;
		}
		const known = this.workers.get(uid);
		const previous = this.pods.get(uid);
		this.pods.set(uid, after);
		if (known === undefined) {
			if (after.status.phase === 'Succeeded' || after.status.phase === 'Failed') return;
			this.admit(after);
			return;
		}
		if (differs(previous!, after)) this.soon(() => known.update(after));
	}

	private admit(pod: Pod, onEnd = (): void => {}): PodWorker {
		const uid = pod.metadata.uid!;
		const worker = new PodWorker(this.kernel, this, this.pleg, this.random, pod, () => {
			this.workers.delete(uid);
			onEnd();
		});
		this.workers.set(uid, worker);
		this.volumes.register(pod);
		this.soon(() => worker.update(this.pods.get(uid) ?? pod));
		return worker;
	}

	private soon(then: () => void): void {
		this.kernel.after(draw(this.random, latency.kubeletSync), then);
	}
}

/** Changes of the status are the kubelet's own and start nothing. Models pkg/kubelet/config/config.go podsDifferSemantically. */
function differs(before: Pod, after: Pod): boolean {
	return (
		before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp ||
		before.metadata.deletionGracePeriodSeconds !== after.metadata.deletionGracePeriodSeconds ||
		!isDeepEqual(before.spec, after.spec) ||
		!isDeepEqual(before.metadata.labels, after.metadata.labels) ||
		!isDeepEqual(before.metadata.annotations, after.metadata.annotations)
	);
}
