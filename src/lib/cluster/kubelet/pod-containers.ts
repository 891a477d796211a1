import { isSidecar } from '#lib/kubernetes/pod-status/container-status.ts';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import type { RuntimeContainer } from '../container-runtime/runtime-state.ts';
import type { PodRef } from '../container-runtime/runtime-calls.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { StartFailure } from './container-statuses.ts';
import type { NodeServices } from './node-services.ts';
import { podActions } from './pod-actions.ts';
import { PodContainer, type StartResult } from './pod-container.ts';
import type { ProbeResults } from './prober.ts';
import { stopAll } from './stop-all.ts';

/** All containers of a Pod: started one after the other as a sync says, stopped all at once. */
export class PodContainers {
	private readonly byName = new Map<string, PodContainer>();

	constructor(
		private readonly kernel: Kernel,
		private readonly services: NodeServices,
		private readonly ref: PodRef
	) {}

	/** Why containers could not be started, by name. */
	get failures(): ReadonlyMap<string, StartFailure> {
		return new Map(
			[...this.byName].flatMap(([name, { failure }]) =>
				failure === undefined ? [] : [[name, failure] as const]
			)
		);
	}

	/** The runtime's containers, oldest attempt first. */
	known(): readonly RuntimeContainer[] {
		return this.services.runtime.containersOf(this.ref.uid);
	}

	/** The kubelet has looked at the runtime. */
	look(): void {
		const newest = new Map(this.known().map((container) => [container.name, container]));
		for (const { name, state, exitCode, reason } of newest.values()) {
			if (state === 'exited') this.byName.get(name)?.hearOfExit(exitCode, reason);
		}
	}

	/** Stops what is to be replaced, then starts what is to be started, until the Pod shall go. */
	start(
		pod: Pod,
		probes: ProbeResults,
		isStopped: () => boolean,
		onDone: (results: readonly StartResult[]) => void
	): void {
		const before = this.known();
		const { start, replace } = podActions(pod, before, probes);
		const exited = before.filter(({ state }) => state === 'exited');
		const results: StartResult[] = [];
		const startNext = (index: number): void => {
			const next = isStopped() ? undefined : start[index];
			if (next === undefined) return onDone(results);
			const { container, isInit } = next;
			const newest = this.known().findLast(({ name }) => name === container.name);
			const ended = exited.findLast(({ name }) => name === container.name);
			this.containerFor(pod, container, isInit).start(pod, container, newest, ended, (result) => {
				results.push(result);
				this.forgetOldAttempts(container.name);
				startNext(index + 1);
			});
		};
		const stopNext = (index: number): void => {
			const old = replace[index];
			if (old === undefined) return startNext(0);
			const { container, why, graceSeconds } = old;
			const grace = graceSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30;
			this.byName.get(container.name)!.end(pod, grace, () => stopNext(index + 1), undefined, why);
		};
		stopNext(0);
	}

	/**
	 * All at once, within so many seconds, or as many as the Pod says; sidecars get their SIGTERM when the containers that they serve have ended, the last one first.
	 */
	stop(pod: Pod, seconds: number | undefined, onStopped: () => void): void {
		const graceSeconds = seconds ?? graceOf(pod);
		const inits = pod.spec.initContainers ?? [];
		const sidecars = inits.filter(isSidecar).map(({ name }) => name);
		const order = [...sidecars, ...pod.spec.containers.map(({ name }) => name).reverse()];
		const others = inits.map(({ name }) => name);
		const running = [...new Set([...order, ...others])].filter(
			(name) => this.byName.get(name)?.isRunning === true
		);
		stopAll(
			running,
			sidecars,
			(name, onEnded, turn) => this.byName.get(name)!.end(pod, graceSeconds, onEnded, turn),
			onStopped
		);
	}

	/** Removes all of them from the runtime. */
	remove(onDone: () => void): void {
		const rest = [...this.known()];
		const removeNext = (): void => {
			const next = rest.shift();
			if (next === undefined) onDone();
			else this.services.runtime.removeContainer(next, removeNext);
		};
		removeNext();
	}

	/** Of each container one ended attempt is kept, for its log and lastState (pkg/kubelet/kuberuntime/kuberuntime_gc.go). */
	private forgetOldAttempts(name: string): void {
		const exited = this.known().filter(
			(container) => container.name === name && container.state === 'exited'
		);
		for (const old of exited.slice(0, -2)) this.services.runtime.removeContainer(old, () => {});
	}

	private containerFor(pod: Pod, spec: Container, isInit: boolean): PodContainer {
		let container = this.byName.get(spec.name);
		if (container === undefined) {
			container = new PodContainer(this.kernel, this.services, pod, this.ref, spec, isInit);
			this.byName.set(spec.name, container);
		}
		return container;
	}
}

/** How long its containers have to end, seconds. */
function graceOf({ metadata, spec }: Pod): number {
	return metadata.deletionGracePeriodSeconds ?? spec.terminationGracePeriodSeconds ?? 30;
}
