import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Pod, PodStatus } from '#lib/kubernetes/pod.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { Seq } from '#lib/trace/event.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { MirrorPods } from './static-pods/mirror-pods.ts';
import { isStaticPod } from './static-pods/static-pod.ts';
import { statusPatch } from './status-patch.ts';
import { terminatedStatus } from './terminated-status.ts';

interface Pending {
	readonly pod: Pod;
	status: PodStatus;
	/** Delete the API object once this status is there. */
	removes: boolean;
	cause: Seq | null;
}

/**
 * Brings statuses to the API server, one Pod after another: reads the Pod, patches the difference. Statuses that come while
 * it is at work replace each other, so the API may never see some. Deletes the object of a Pod that has ended.
 *
 * Models pkg/kubelet/status/status_manager.go syncBatch, syncPod.
 */
export class StatusManager {
	private readonly latest = new Map<string, PodStatus>();
	private readonly pending = new Map<string, Pending>();
	private busy = false;

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient,
		private readonly mirrors: MirrorPods
	) {}

	/** The status given last, or what the API said. */
	statusOf(pod: Pod): PodStatus {
		return this.latest.get(pod.metadata.uid!) ?? pod.status;
	}

	set(pod: Pod, status: PodStatus): void {
		if (isStaticPod(pod) && isDeepEqual(this.latest.get(pod.metadata.uid!), status)) return;
		this.latest.set(pod.metadata.uid!, status);
		this.queue(pod, status, false);
	}

	/** Says again what was said last: the mirror of a static Pod is another one. */
	tellAgain(pod: Pod): void {
		const status = this.latest.get(pod.metadata.uid!);
		if (status !== undefined) this.queue(pod, status, false);
	}

	/** Nothing of the Pod runs any more: its last status, and if it is being deleted its object goes. */
	terminate(pod: Pod): void {
		const status = this.statusOf(pod);
		const last = terminatedStatus(pod, status);
		if (last !== status) this.set(pod, last);
		if (pod.metadata.deletionTimestamp !== undefined) this.queue(pod, last, true);
	}

	forget(uid: string): void {
		this.latest.delete(uid);
		this.pending.delete(uid);
	}

	private queue(pod: Pod, status: PodStatus, removes: boolean): void {
		const uid = pod.metadata.uid!;
		const known = this.pending.get(uid);
		this.pending.delete(uid);
		this.pending.set(uid, {
			pod,
			status,
			removes: removes || known?.removes === true,
			cause: this.kernel.cause
		});
		this.work();
	}

	private work(): void {
		if (this.busy) return;
		const next = this.pending.values().next();
		if (next.done === true) return;
		const work = next.value;
		this.pending.delete(work.pod.metadata.uid!);
		this.busy = true;
		this.kernel.because(work.cause, () => this.sync(work));
	}

	private sync(work: Pending): void {
		const { name, namespace } = work.pod.metadata;
		const uid = this.uidAtServer(work.pod);
		if (uid === undefined) return this.done();
		const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
		this.client.request({ method: 'GET', path }, ({ body }) => {
			if (isStatus(body) || (body as Pod).metadata.uid !== uid) return this.done();
			this.patch(work, path, body as Pod, uid);
		});
	}

	/** Of a static Pod the API server knows the mirror, or nothing yet. */
	private uidAtServer(pod: Pod): string | undefined {
		return isStaticPod(pod) ? this.mirrors.of(pod)?.metadata.uid : pod.metadata.uid;
	}

	private patch(work: Pending, path: string, current: Pod, uid: string): void {
		const difference = statusPatch(current.status, work.status);
		if (difference === undefined) return this.finish(work, path);
		this.client.request(
			{
				method: 'PATCH',
				path: `${path}/status`,
				contentType: 'application/strategic-merge-patch+json',
				body: { metadata: { uid }, status: difference }
			},
			() => this.finish(work, path)
		);
	}

	private finish(work: Pending, path: string): void {
		if (!work.removes) return this.done();
		this.client.request(
			{
				method: 'DELETE',
				path,
				body: {
					kind: 'DeleteOptions',
					apiVersion: 'v1',
					gracePeriodSeconds: 0,
					preconditions: { uid: work.pod.metadata.uid }
				}
			},
			() => this.done()
		);
	}

	private done(): void {
		this.busy = false;
		this.work();
	}
}
