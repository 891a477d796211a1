import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Node } from '#lib/kubernetes/pod.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { ContainerRuntime } from '../container-runtime/runtime.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { KubeletEvents } from './kubelet-events.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';

/** Leases are renewed every 10 s, the status is looked at as often and sent when it changed, at least every 5 min. */
const leaseMs = 10_000;
const reportMs = 300_000;

/**
 * How a node says that it lives: a Lease in kube-node-lease, and its status. Models pkg/kubelet/kubelet_node_status.go
 * tryUpdateNodeStatus and component-helpers/apimachinery/lease/controller.go.
 */
export class NodeHeartbeat {
	private lastReportMs = 0;
	private images: unknown;
	private lease: KubeObject | undefined;
	private saidPressure = false;

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient,
		private readonly runtime: ContainerRuntime,
		private readonly node: string,
		private readonly events: KubeletEvents,
		private readonly pressure: { readonly isUnderMemoryPressure: boolean }
	) {}

	/** @param offsetMs when in each 10 s this node does it */
	start(offsetMs: number): void {
		this.images = this.listImages();
		this.kernel.housekeepingAfter(offsetMs, () => this.beat());
	}

	private beat(): void {
		this.kernel.because(null, () => {
			this.renewLease();
			const images = this.listImages();
			const { isUnderMemoryPressure } = this.pressure;
			const changed =
				!isDeepEqual(images, this.images) || isUnderMemoryPressure !== this.saidPressure;
			if (changed || this.kernel.nowMs - this.lastReportMs >= reportMs) this.report(images);
		});
		this.kernel.housekeepingAfter(leaseMs, () => this.beat());
	}

	private renewLease(): void {
		const path = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
		const spec = {
			holderIdentity: this.node,
			leaseDurationSeconds: 40,
			renewTime: this.kernel.microTimestamp()
		};
		const lease = {
			...(this.lease ?? {
				kind: 'Lease',
				apiVersion: 'coordination.k8s.io/v1',
				metadata: { name: this.node, namespace: 'kube-node-lease' }
			}),
			spec
		};
		const method = this.lease === undefined ? 'POST' : 'PUT';
		this.client.request(
			{ method, path: method === 'POST' ? path : `${path}/${this.node}`, body: lease },
			({ body }) => {
				if (!isStatus(body)) this.lease = body as KubeObject;
			}
		);
	}

	private report(images: unknown): void {
		this.lastReportMs = this.kernel.nowMs;
		const path = `/api/v1/nodes/${this.node}`;
		this.client.request({ method: 'GET', path }, ({ body }) => {
			if (isStatus(body)) return;
			const conditions = ((body as Node).status.conditions ?? []).map(({ type }) => ({
				type,
				lastHeartbeatTime: this.kernel.timestamp(),
				...(type === 'MemoryPressure' ? this.memoryPressure() : undefined)
			}));
			const changed = !isDeepEqual(images, this.images);
			this.images = images;
			this.client.request(
				{
					method: 'PATCH',
					path: `${path}/status`,
					contentType: 'application/strategic-merge-patch+json',
					body: { status: { conditions, ...(changed ? { images } : undefined) } }
				},
				() => {}
			);
		});
	}

	/** What is new of the condition. Models pkg/kubelet/nodestatus/setters.go MemoryPressureCondition. */
	private memoryPressure() {
		const { isUnderMemoryPressure: isShort } = this.pressure;
		if (isShort === this.saidPressure) return undefined;
		this.saidPressure = isShort;
		const reason = isShort ? 'KubeletHasInsufficientMemory' : 'KubeletHasSufficientMemory';
		const news = isShort ? 'NodeHasInsufficientMemory' : 'NodeHasSufficientMemory';
		this.events.postForNode('Normal', news, `Node ${this.node} status is now: ${news}`);
		return {
			status: isShort ? 'True' : 'False',
			lastTransitionTime: this.kernel.timestamp(),
			reason,
			message: `kubelet has ${isShort ? 'insufficient' : 'sufficient'} memory available`
		};
	}

	private listImages() {
		return nodeImages(this.runtime);
	}
}

/** The node's images as its status lists them, the largest first. */
export function nodeImages(runtime: ContainerRuntime): { names: string[]; sizeBytes: number }[] {
	return [...runtime.images.values()]
		.map(({ name, digest, sizeBytes, imported }) => ({
			names: imported ? [name] : [`${name.slice(0, name.lastIndexOf(':'))}@sha256:${digest}`, name],
			sizeBytes
		}))
		.sort((a, b) => b.sizeBytes - a.sizeBytes || (a.names[0]! < b.names[0]! ? -1 : 1));
}
