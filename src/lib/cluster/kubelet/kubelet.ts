import type { ApiClient, WatchHandle } from '#lib/kubernetes/api-client.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { ContainerRuntime } from '../container-runtime/runtime.ts';
import { Informer } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, latency } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { Backoff } from './backoff.ts';
import { ImagePuller } from './image-puller.ts';
import { KubeletEvents } from './kubelet-events.ts';
import { NodeHeartbeat } from './node-heartbeat.ts';
import type { NodeServices } from './node-services.ts';
import { Pleg } from './pleg.ts';
import { PodWorker } from './pod-worker.ts';
import { StatusManager } from './status-manager.ts';

/**
 * The kubelet of one node: watches for Pods with its own name on them, gives each a worker, tells the API server what became
 * of them. Nobody calls it; it sees. Models pkg/kubelet/kubelet.go syncLoop.
 */
export class Kubelet implements NodeServices {
	readonly puller: ImagePuller;
	readonly events: KubeletEvents;
	readonly statuses: StatusManager;
	readonly backoff = new Backoff();
	readonly imageBackoff = new Backoff();
	private readonly pleg: Pleg;
	private readonly random: Random;
	private readonly workers = new Map<string, PodWorker>();
	private readonly rootCertificates = new Map<string, WatchHandle>();
	private readonly heartbeat: NodeHeartbeat;

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
		this.statuses = new StatusManager(kernel, client);
		this.pleg = new Pleg(kernel, this.random.int(1000), (uid) =>
			this.workers.get(uid)?.lookAgain()
		);
		runtime.onChange = (uid) => this.pleg.note(uid);
		this.heartbeat = new NodeHeartbeat(kernel, client, runtime, node);
	}

	start(): void {
		new Informer<Pod>(
			this.kernel,
			this.client,
			'/api/v1/pods',
			(after, before) => this.hear(after, before),
			`spec.nodeName=${this.node}`
		).start();
		this.heartbeat.start(this.random.between(0, 10_000));
	}

	/** Gets the token; the root certificate comes over a watch of its own. Models the volume manager's reconciler. */
	mountVolumes(podKey: string, uid: string, onDone: () => void): void {
		const worker = this.pods.get(uid);
		const token = worker?.spec.volumes?.some((volume) => volume.projected !== undefined) === true;
		this.kernel.after(draw(this.random, latency.volumeSetup), () => {
			const finish = (): void => {
				this.kernel.after(draw(this.random, latency.volumeWait), onDone);
			};
			if (!token) return finish();
			const [namespace, name] = podKey.split('/');
			this.requestToken(
				namespace!,
				name!,
				uid,
				worker.spec.serviceAccountName ?? 'default',
				finish
			);
		});
	}

	private readonly pods = new Map<string, Pod>();

	private hear(after: Pod | null, before: Pod | null): void {
		const pod = (after ?? before)!;
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

	private admit(pod: Pod): void {
		const uid = pod.metadata.uid!;
		const worker = new PodWorker(this.kernel, this, this.pleg, this.random, pod, () =>
			this.workers.delete(uid)
		);
		this.workers.set(uid, worker);
		this.watchRootCertificate(pod.metadata.namespace!);
		this.soon(() => worker.update(this.pods.get(uid) ?? pod));
	}

	private soon(then: () => void): void {
		this.kernel.after(draw(this.random, latency.kubeletSync), then);
	}

	/** One watch a namespace, while the kubelet has Pods there. Models pkg/kubelet/util/manager/watch_based_manager.go. */
	private watchRootCertificate(namespace: string): void {
		if (this.rootCertificates.has(namespace)) return;
		const handle = this.client.watch(
			{
				method: 'GET',
				path: `/api/v1/namespaces/${namespace}/configmaps`,
				query: {
					allowWatchBookmarks: 'true',
					fieldSelector: 'metadata.name=kube-root-ca.crt',
					resourceVersionMatch: 'NotOlderThan',
					sendInitialEvents: 'true',
					watch: 'true'
				}
			},
			() => {}
		);
		this.rootCertificates.set(namespace, handle);
	}

	private requestToken(
		namespace: string,
		name: string,
		uid: string,
		account: string,
		onDone: () => void
	): void {
		this.client.request(
			{
				method: 'POST',
				path: `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`,
				body: {
					kind: 'TokenRequest',
					apiVersion: 'authentication.k8s.io/v1',
					metadata: {},
					spec: {
						audiences: null,
						expirationSeconds: 3607,
						boundObjectRef: { kind: 'Pod', apiVersion: 'v1', name, uid }
					},
					status: { token: '', expirationTimestamp: null }
				}
			},
			onDone
		);
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
