import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { PodWorker } from '../pod-worker.ts';
import { ManifestFolder } from './manifest-folder.ts';
import { MirrorPods } from './mirror-pods.ts';

/** How often the kubelet tidies up, ms (pkg/kubelet/kubelet.go housekeepingPeriod). */
const housekeepingMs = 2000;
/** How often it looks for statuses that the API server doesn't have, ms (pkg/kubelet/status/status_manager.go syncPeriod). */
const statusesMs = 10_000;

/**
 * The Pods that a kubelet has from files: it runs them whether or not there is an API server, and mirrors them there.
 * Models pkg/kubelet/kubelet.go HandlePodAdditions, HandlePodRemoves, and kubelet_pods.go HandlePodCleanups.
 */
export class StaticPods {
	readonly folder: ManifestFolder;
	readonly mirrors: MirrorPods;
	/** Of each Pod that a file describes, or has described until a moment ago, its worker, by uid. */
	private readonly workers = new Map<string, PodWorker>();
	private readonly wanted = new Map<string, Pod>();
	private tidying = false;

	/**
	 * @param startWorker begins to work for a Pod; `onEnd` is called when nothing of it is left
	 * @param tellAgain brings the status of a Pod to a mirror that has not heard of it
	 */
	constructor(
		private readonly kernel: Kernel,
		client: ApiClient,
		node: string,
		private readonly startWorker: (pod: Pod, onEnd: () => void) => PodWorker,
		private readonly tellAgain: (pod: Pod) => void
	) {
		this.mirrors = new MirrorPods(client, node);
		this.folder = new ManifestFolder(kernel, node, (after, before) => {
			if (before) this.giveUp(before);
			if (after) this.want(after);
		});
	}

	/** News of a mirror: its Pod is synced, for the mirror may be missing now. */
	hearMirror(after: Pod | null, before: Pod | null, isNews: boolean): void {
		this.mirrors.hear(after, before);
		const { annotations = {} } = (after ?? before)!.metadata;
		const worker = this.workers.get(annotations['kubernetes.io/config.mirror'] ?? '');
		if (worker === undefined) {
			if (after !== null) this.tidy();
			return;
		}
		if (isNews) worker.wantSync();
		if (before !== null || after === null) return;
		this.atNext(statusesMs, () => {
			const pod = this.wanted.get(annotations['kubernetes.io/config.mirror'] ?? '');
			if (pod !== undefined) this.tellAgain(pod);
		});
	}

	private want(pod: Pod): void {
		const uid = pod.metadata.uid!;
		this.wanted.set(uid, pod);
		// One that still ends has the name, and the file is the same again: the kubelet waits.
		if (this.workers.has(uid)) return;
		this.workers.set(
			uid,
			this.startWorker(pod, () => {
				this.workers.delete(uid);
				const again = this.wanted.get(uid);
				if (again !== undefined) this.want(again);
			})
		);
	}

	private giveUp({ metadata }: Pod): void {
		this.wanted.delete(metadata.uid!);
		this.workers.get(metadata.uid!)?.kill();
		this.tidy();
	}

	/** With each housekeeping, as long as there is something to do: a mirror goes once nothing of its Pod runs. */
	private tidy(): void {
		if (this.tidying) return;
		this.tidying = true;
		this.atNext(housekeepingMs, () => {
			this.tidying = false;
			for (const mirror of this.mirrors.list()) {
				const uid = mirror.metadata.annotations?.['kubernetes.io/config.mirror'] ?? '';
				if (!this.workers.has(uid)) this.mirrors.remove(mirror, undefined, () => {});
				else if (!this.wanted.has(uid)) this.tidy();
			}
		});
	}

	/** When something is done next that is done once in so many ms. */
	private atNext(periodMs: number, then: () => void): void {
		const { nowMs } = this.kernel;
		this.kernel.after((Math.floor(nowMs / periodMs) + 1) * periodMs - nowMs, then);
	}
}
