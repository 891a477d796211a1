import type { ApiClient } from '#lib/kubernetes/api-client.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import type { Mount } from '../container-runtime/file-system.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, latency } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';
import type { DataOf } from './container-environment.ts';
import type { KubeletEvents } from './kubelet-events.ts';
import { ReferencedObjects } from './referenced-objects.ts';
import { referencesOf } from './references.ts';
import { mountsOf } from './volume-contents.ts';

/** A mount that failed is tried again after half a second, then twice as long each time, ms (pkg/util/goroutinemap/exponentialbackoff). */
const firstRetryMs = 500;
const longestRetryMs = 122_000;

/**
 * Gets what a Pod's volumes need: ConfigMaps and Secrets over watches, a token by a request. Nothing of the Pod is started
 * before all of it is there. Other kinds of volume are there at once.
 *
 * Models pkg/kubelet/volumemanager/volume_manager.go WaitForAttachAndMount and its reconciler.
 */
export class VolumeManager {
	private readonly objects: ReferencedObjects;
	/** What Pods have written, by volume. */
	private readonly written = new Map<string, Map<string, string>>();

	constructor(
		private readonly kernel: Kernel,
		private readonly client: ApiClient,
		private readonly events: KubeletEvents,
		private readonly random: Random
	) {
		this.objects = new ReferencedObjects(kernel, client);
	}

	/** The kubelet has a new Pod: begins to watch what it names. */
	register(pod: Pod): void {
		for (const { kind, name } of referencesOf(pod)) {
			this.objects.watch(kind, pod.metadata.namespace!, name);
		}
	}

	/** `onDone(false)` when the Pod shall go before its volumes are there. */
	mount(pod: Pod, isStopped: () => boolean, onDone: (mounted: boolean) => void): void {
		this.wait(latency.volumeSetup, () => this.try(pod, isStopped, firstRetryMs, onDone));
	}

	/** A ConfigMap's data, or a Secret's decoded. */
	dataOf(namespace: string): DataOf {
		return (kind, name) => {
			const object = this.objects.get(kind, namespace, name);
			return object && dataIn(object);
		};
	}

	/** What a container of a Pod finds mounted. */
	mountsFor(pod: Pod, container: Container, ip: string): Mount[] {
		const dataOf = this.dataOf(pod.metadata.namespace!);
		return mountsOf({ pod, ip, dataOf, shared: (name) => this.sharedFiles(name) }, container);
	}

	/** The Pod is gone, and with it what its containers have written to volumes of its own. */
	forget(uid: string): void {
		for (const name of this.written.keys()) if (name.startsWith(uid)) this.written.delete(name);
	}

	private sharedFiles(name: string): Map<string, string> {
		let files = this.written.get(name);
		if (files === undefined) this.written.set(name, (files = new Map()));
		return files;
	}

	private try(
		pod: Pod,
		isStopped: () => boolean,
		retryMs: number,
		onDone: (mounted: boolean) => void
	): void {
		if (isStopped()) return onDone(false);
		const missing = referencesOf(pod).find(
			({ kind, name, optional, volume }) =>
				volume !== undefined &&
				!optional &&
				this.objects.get(kind, pod.metadata.namespace!, name) === undefined
		);
		if (missing === undefined) return this.finish(pod, () => onDone(true));
		const word = missing.kind === 'configmaps' ? 'configmap' : 'secret';
		this.events.post(
			pod,
			'Warning',
			'FailedMount',
			`MountVolume.SetUp failed for volume ${JSON.stringify(missing.volume)} : ${word} ${JSON.stringify(missing.name)} not found`
		);
		this.kernel.after(retryMs, () =>
			this.try(pod, isStopped, Math.min(2 * retryMs, longestRetryMs), onDone)
		);
	}

	private finish(pod: Pod, onDone: () => void): void {
		const wantsToken = (pod.spec.volumes ?? []).some(
			({ projected }) =>
				(projected as { sources?: { serviceAccountToken?: unknown }[] } | undefined)?.sources?.some(
					({ serviceAccountToken }) => serviceAccountToken !== undefined
				) === true
		);
		const then = (): void => this.wait(latency.volumeWait, onDone);
		if (!wantsToken) return then();
		const { namespace, name, uid } = pod.metadata;
		const account = pod.spec.serviceAccountName ?? 'default';
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
			then
		);
	}

	private wait(spread: (typeof latency)[keyof typeof latency], then: () => void): void {
		this.kernel.after(draw(this.random, spread), then);
	}
}

function dataIn(object: KubeObject): Readonly<Record<string, string>> {
	const data = (object.data ?? {}) as Readonly<Record<string, string>>;
	if (object.kind !== 'Secret') return data;
	return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, decode(value)]));
}

function decode(base64: string): string {
	const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
	return new TextDecoder().decode(bytes);
}
