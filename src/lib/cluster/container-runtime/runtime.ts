import type { Container } from '#lib/kubernetes/pod.ts';
import type { LocalFact } from '#lib/trace/event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { latency, pullBytesPerMs } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';
import { PodAddresses } from '../network/pod-addresses.ts';
import type { PodNetwork } from '../network/pod-network.ts';
import { fullImageName, lookUpImage } from './image-catalogue.ts';
import { newContainer } from './new-container.ts';
import { podHost } from './pod-host.ts';
import { pullError } from './pull-error.ts';
import { Process } from './process.ts';
import { NodeMemory, ownMemory } from './resources/node-memory.ts';
import { RuntimeCalls, type Outcome, type PodRef } from './runtime-calls.ts';
import type { ShellNetwork } from './shell/world.ts';
import type { ContainerConfig, RuntimeContainer, Sandbox, StoredImage } from './runtime-state.ts';

/**
 * containerd on one node, behind the CRI: sandboxes, images, containers. Every call travels as a message and takes its time;
 * it starts processes through runc, gives Pods their addresses through the CNI plugin, and fetches images from a registry.
 */
export class ContainerRuntime {
	readonly images = new Map<string, StoredImage>();
	readonly containers = new Map<string, RuntimeContainer>();
	/** Of each Pod its containers, oldest attempt first, and its newest sandbox, by uid. */
	private readonly containersByPod = new Map<string, readonly RuntimeContainer[]>();
	private readonly sandboxByPod = new Map<string, Sandbox>();
	/** Called when a sandbox or container came or ended: what the kubelet finds at its next look. */
	onChange: (uid: string) => void = () => {};
	/** What programs of a Pod reach others by; set by whoever wires the nodes. */
	networkOf: (pod: string, address: string) => ShellNetwork | undefined = () => undefined;
	readonly memory: NodeMemory;
	private readonly random: Random;
	private readonly addresses: PodAddresses;
	private readonly calls: RuntimeCalls;

	constructor(
		private readonly kernel: Kernel,
		readonly node: string,
		podCidr: string,
		readonly network: PodNetwork,
		/** Bytes. */
		memory: number
	) {
		this.memory = new NodeMemory(memory);
		this.random = kernel.random.stream(`runtime/${node}`);
		this.addresses = new PodAddresses(podCidr);
		this.calls = new RuntimeCalls(kernel, node, this.random);
	}

	/** Puts an image in the store without pulling it, as the node is built. */
	importImage(image: string): void {
		const found = lookUpImage(image);
		if (found.found) this.store(image, found.image.sizeBytes, true);
	}

	imageOf(image: string): StoredImage | undefined {
		return this.images.get(fullImageName(image));
	}

	/** Pause container, network namespace, CNI ADD. */
	runPodSandbox(ref: PodRef, onDone: (outcome: Outcome<Sandbox>) => void): void {
		this.calls.call('RunPodSandbox', ref, undefined, onDone, (done) => {
			this.calls.pass(latency.runPodSandbox, () => {
				this.fact({ type: 'sandbox-created', ...ref });
				this.calls.nodeCall('cni', 'ADD', ref, latency.cniAdd, () => {
					const ip = this.addresses.allocate();
					if (ip === undefined) {
						return done({ ok: false, error: 'no IP addresses available in range set' });
					}
					const sandbox: Sandbox = {
						id: this.random.hex(64),
						...ref,
						ip,
						createdMs: this.kernel.nowMs,
						ready: true
					};
					this.sandboxByPod.set(ref.uid, sandbox);
					this.network.attach(
						ip,
						podHost(ref.pod, () => this.containersOf(ref.uid))
					);
					this.changed({ type: 'sandbox-ready', ...ref, ip });
					done({ ok: true, value: sandbox });
				});
			});
		});
	}

	stopPodSandbox(sandbox: Sandbox, onDone: () => void): void {
		const ref = { pod: sandbox.pod, uid: sandbox.uid };
		this.calls.call<void>('StopPodSandbox', ref, undefined, onDone, (done) => {
			this.calls.nodeCall('cni', 'DEL', ref, latency.cniDel, () => {
				sandbox.ready = false;
				this.network.detach(sandbox.ip);
				this.addresses.release(sandbox.ip);
				this.changed({ type: 'sandbox-stopped', ...ref });
				done({ ok: true, value: undefined });
			});
		});
	}

	pullImage(ref: PodRef, image: string, onDone: (outcome: Outcome<StoredImage>) => void): void {
		this.calls.call('PullImage', ref, image, onDone, (done) => {
			const found = lookUpImage(image);
			const isMissing = !found.found && found.reason === 'not-found';
			const answer = isMissing ? latency.registryMiss : latency.registry;
			this.calls.nodeCall('registry', 'GET manifest', ref, answer, () => {
				if (!found.found) {
					const message = pullError(image, found.reason);
					this.fact({ type: 'image-pull-failed', image, message });
					return done({ ok: false, error: message });
				}
				const { sizeBytes } = found.image;
				const takesMs = Math.max(1, sizeBytes / pullBytesPerMs);
				const endsAtMs = Math.round((this.kernel.nowMs + takesMs) * 1000) / 1000;
				this.fact({ type: 'image-pull-started', image, sizeBytes, endsAtMs });
				this.kernel.after(takesMs, () =>
					done({ ok: true, value: this.store(image, sizeBytes, false) })
				);
			});
		});
	}

	createContainer(
		ref: PodRef,
		container: Container,
		{ mounts, oomScoreAdj }: ContainerConfig,
		attempt: number,
		onDone: (outcome: Outcome<RuntimeContainer>) => void
	): void {
		this.calls.call('CreateContainer', ref, container.name, onDone, (done) => {
			this.calls.pass(latency.createContainer, () => {
				const created = this.newContainer(ref, container, { mounts, oomScoreAdj }, attempt);
				this.containers.set(created.id, created);
				this.containersByPod.set(ref.uid, [...this.containersOf(ref.uid), created]);
				this.fact({ type: 'container-created', ...ref, container: container.name, attempt });
				done({ ok: true, value: created });
			});
		});
	}

	startContainer(created: RuntimeContainer, onDone: (outcome: Outcome<void>) => void): void {
		const { pod, uid, name: container, attempt } = created;
		const ref = { pod, uid };
		this.calls.call('StartContainer', ref, container, onDone, (done) => {
			this.calls.nodeCall('oci', 'start', ref, latency.startContainer, () => {
				const error = created.process.start();
				created.startedMs = this.kernel.nowMs;
				if (error !== undefined) {
					this.exited(created, 128, 'StartError');
					return done({ ok: false, error });
				}
				created.state = 'running';
				this.changed({ type: 'container-started', ...ref, container, attempt });
				done({ ok: true, value: undefined });
			});
		});
	}

	/** SIGTERM, and SIGKILL when the time is up. Done when the process has ended. */
	stopContainer(container: RuntimeContainer, timeoutSeconds: number, onDone: () => void): void {
		const ref = { pod: container.pod, uid: container.uid };
		const argument = `${container.name}, timeout ${timeoutSeconds} s`;
		this.calls.call<void>('StopContainer', ref, argument, onDone, (done) => {
			if (container.state !== 'running') return done({ ok: true, value: undefined });
			const finished = (): void => done({ ok: true, value: undefined });
			this.waiting.set(container, () => this.calls.pass(latency.stopContainer, finished));
			this.signal(container, 'SIGTERM');
			const kill = this.kernel.after(timeoutSeconds * 1000, () =>
				this.signal(container, 'SIGKILL')
			);
			const onEnd = this.waiting.get(container);
			if (onEnd === undefined) kill.cancel();
			else {
				this.waiting.set(container, () => {
					kill.cancel();
					onEnd();
				});
			}
		});
	}

	removeContainer(container: RuntimeContainer, onDone: () => void): void {
		const { pod, uid, name, attempt } = container;
		this.calls.call<void>('RemoveContainer', { pod, uid }, name, onDone, (done) => {
			this.calls.pass(latency.removeContainer, () => {
				this.containers.delete(container.id);
				const rest = this.containersOf(uid).filter((other) => other !== container);
				this.containersByPod.set(uid, rest);
				if (rest.length === 0) this.forgetPod(uid);
				this.fact({ type: 'container-removed', pod, uid, container: name, attempt });
				done({ ok: true, value: undefined });
			});
		});
	}

	/** A Pod's containers, oldest attempt first. */
	containersOf(uid: string): readonly RuntimeContainer[] {
		return this.containersByPod.get(uid) ?? [];
	}

	sandboxOf(uid: string): Sandbox | undefined {
		return this.sandboxByPod.get(uid);
	}

	private forgetPod(uid: string): void {
		this.containersByPod.delete(uid);
		if (this.sandboxOf(uid)?.ready === false) this.sandboxByPod.delete(uid);
	}

	private readonly waiting = new Map<RuntimeContainer, () => void>();

	private signal(container: RuntimeContainer, signal: 'SIGTERM' | 'SIGKILL'): void {
		if (container.state !== 'running') return;
		const { pod, uid, name } = container;
		this.fact({ type: 'signal', pod, uid, container: name, signal });
		container.process.signal(signal);
	}

	private newContainer(
		ref: PodRef,
		container: Container,
		{ mounts, oomScoreAdj }: ContainerConfig,
		attempt: number
	): RuntimeContainer {
		const about = { ...ref, container: container.name };
		const process = new Process(
			this.kernel,
			container,
			ref.pod,
			{
				ended: ({ exitCode, reason }) => {
					created.message = process.files.read(messagePath(container)) ?? '';
					this.exited(created, exitCode, reason);
				},
				logged: (text) => this.fact({ type: 'log', ...about, text }),
				uses: (use) => this.fact({ type: 'resources-used', ...about, ...use, besides: ownMemory })
			},
			this.memory,
			oomScoreAdj,
			this.networkOf(ref.pod, this.sandboxOf(ref.uid)?.ip ?? ''),
			mounts
		);
		const image = this.imageOf(container.image ?? '');
		const created = newContainer(this.random.hex(64), ref, container, attempt, image, process);
		return created;
	}

	private exited(container: RuntimeContainer, exitCode: number, reason: string): void {
		container.state = 'exited';
		container.finishedMs = this.kernel.nowMs;
		container.exitCode = exitCode;
		container.reason = reason;
		const { pod, uid, name, attempt } = container;
		this.changed({
			type: 'container-exited',
			pod,
			uid,
			container: name,
			attempt,
			exitCode,
			reason
		});
		this.waiting.get(container)?.();
		this.waiting.delete(container);
	}

	private store(image: string, sizeBytes: number, imported: boolean): StoredImage {
		const name = fullImageName(image);
		const stored = { name, sizeBytes, digest: this.random.hex(64), imported };
		this.images.set(name, stored);
		this.fact({ type: 'image-present', image: name, sizeBytes });
		return stored;
	}

	private fact(fact: LocalFact): void {
		this.kernel.cause = this.kernel.record({
			kind: 'local',
			actor: `runtime/${this.node}`,
			node: this.node,
			fact
		});
	}

	private changed(fact: LocalFact & { uid: string }): void {
		this.fact(fact);
		this.onChange(fact.uid);
	}
}

/** The file whose text becomes the container's termination message. */
function messagePath({ terminationMessagePath }: Container): string {
	return (terminationMessagePath as string | undefined) ?? '/dev/termination-log';
}
