import { isSidecar } from '#lib/kubernetes/pod-status/container-status.ts';
import type { Container, Pod, PodPhase } from '#lib/kubernetes/pod.ts';
import { keyOf } from '../informer.ts';
import type { RuntimeContainer } from '../container-runtime/runtime-state.ts';
import type { PodRef } from '../container-runtime/runtime.ts';
import type { Timer } from '../kernel/event-queue.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, latency } from '../kernel/latency.ts';
import { CompiledMachine, MachineActor } from '../kernel/machine.ts';
import type { Random } from '../kernel/random.ts';
import { lifecycleEvent } from './lifecycle-event.ts';
import type { NodeServices } from './node-services.ts';
import type { Pleg } from './pleg.ts';
import { podActions } from './pod-actions.ts';
import { PodContainer, type StartResult } from './pod-container.ts';
import { podLifecycleMachine } from './pod-lifecycle-machine.ts';
import { podStatus } from './pod-status.ts';
import { Prober } from './prober.ts';
import { stopAll } from './stop-all.ts';
import { podWorkerMachine } from './pod-worker-machine.ts';
import { terminatedStatus } from './terminated-status.ts';

const worker = new CompiledMachine('pod-worker', podWorkerMachine);
const lifecycle = new CompiledMachine('pod-lifecycle', podLifecycleMachine);

/** How long the kubelet waits after a failed sync, ms; each wait is up to half as long again (pkg/kubelet/pod_workers.go). */
const retryAfterErrorMs = 10_000;
const resyncMs = 60_000;

/** Everything that the kubelet does for one Pod, one thing at a time. */
export class PodWorker {
	readonly ref: PodRef;
	private readonly prober: Prober;
	private readonly machine: MachineActor;
	private readonly phase: MachineActor;
	private readonly containers = new Map<string, PodContainer>();
	private readonly startTime: string;
	private mounted = false;
	private syncWanted = false;
	private stopWanted = false;
	/** The API object is gone. */
	private gone = false;
	/** Nothing of it will be started again. */
	private ended = false;
	private lastSyncMs = -1;
	private synced = false;
	private retry: Timer | undefined;
	/** Why the kubelet gave the Pod up. */
	private verdict: { readonly reason: string; readonly message: string } | undefined;

	constructor(
		private readonly kernel: Kernel,
		private readonly services: NodeServices,
		private readonly pleg: Pleg,
		private readonly random: Random,
		private pod: Pod,
		private readonly onFinished: () => void
	) {
		const key = keyOf(pod);
		this.ref = { pod: key, uid: pod.metadata.uid! };
		this.startTime = pod.status.startTime ?? kernel.timestamp();
		const id = `${services.node}/${key}/${this.ref.uid}`;
		this.prober = new Prober(
			kernel,
			services,
			() => this.pod,
			id,
			() => this.sandbox()?.ip ?? '',
			() => this.hearOfReadiness(),
			() => this.wantSync()
		);
		this.phase = new MachineActor(kernel, lifecycle, `pod/${id}`, {}, key);
		this.machine = new MachineActor(
			kernel,
			worker,
			`worker/${id}`,
			{
				report: () => this.report(),
				mountVolumes: () => this.mountVolumes(),
				createSandbox: () => this.createSandbox(),
				startContainers: () => this.startContainers(),
				stopContainers: () => this.stopContainers(),
				stopSandbox: () => this.stopSandbox(),
				reportTerminated: () => this.reportTerminated(),
				remove: () => this.remove()
			},
			key
		);
		this.watchDeadline();
	}

	/** Models pkg/kubelet/active_deadline.go. */
	private watchDeadline(): void {
		const seconds = this.pod.spec.activeDeadlineSeconds as number | undefined;
		if (seconds === undefined) return;
		this.kernel.after(seconds * 1000, () => {
			if (this.stopWanted || this.ended) return;
			const message = 'Pod was active on the node longer than the specified deadline';
			this.verdict = { reason: 'DeadlineExceeded', message };
			this.services.events.post(this.pod, 'Normal', 'DeadlineExceeded', message);
			this.stopWanted = true;
			this.wantSync();
		});
	}

	/** The Pod is new or its spec has changed, or it shall go. */
	update(pod: Pod): void {
		this.pod = pod;
		if (pod.metadata.deletionTimestamp !== undefined) {
			this.stopWanted = true;
			if (this.machine.state === 'terminated') return this.finish();
		}
		this.wantSync();
	}

	/** The object is gone from the API: nothing to report any more. */
	objectGone(): void {
		this.gone = true;
		this.stopWanted = true;
		if (this.machine.state === 'terminated') this.machine.send('REMOVE');
		else this.wantSync();
	}

	/** The kubelet's look at the runtime found something new. */
	lookAgain(): void {
		const newest = new Map(this.known().map((container) => [container.name, container]));
		for (const { name, state, exitCode, reason } of newest.values()) {
			if (state === 'exited') this.containers.get(name)?.hearOfExit(exitCode, reason);
		}
		this.wantSync();
	}

	/**
	 * A probe's answer is told at once, without a sync (status_manager.go SetContainerReadiness, SetContainerStartup); also
	 * while the Pod terminates, until its containers have ended.
	 */
	private hearOfReadiness(): void {
		if (this.ended && this.machine.state !== 'stoppingContainers') return;
		this.prober.update(this.known());
		this.sendStatus(true);
	}

	private wantSync(): void {
		this.syncWanted = true;
		if (this.machine.state === 'waiting') this.proceed();
	}

	/** Goes on when the last sync is over; a new sync waits until the runtime was looked at after the last one. */
	private proceed(): void {
		if (this.machine.state !== 'waiting') return;
		if (this.stopWanted) {
			this.machine.send('STOP');
			return;
		}
		if (!this.syncWanted) return;
		if (this.synced && this.pleg.lastLookMs <= this.lastSyncMs) {
			this.pleg.afterNextLook(() => this.proceed());
			return;
		}
		this.syncWanted = false;
		this.machine.send('SYNC');
	}

	private finishSync(event: 'STARTED' | 'FAILED', retryMs?: number): void {
		this.synced = true;
		this.lastSyncMs = this.kernel.nowMs;
		this.machine.send(event);
		this.retryIn(retryMs);
		if (this.stopWanted || this.syncWanted) this.proceed();
	}

	/** One retry at a time: the queue of work holds each Pod once (pkg/kubelet/util/queue/work_queue.go). */
	private retryIn(ms: number | undefined): void {
		this.retry?.cancel();
		this.retry =
			ms === undefined
				? undefined
				: this.kernel.after(ms * (1 + this.random.next() / 2), () => this.wantSync());
	}

	private report(): void {
		this.prober.update(this.known());
		const phase = this.sendStatus(true);
		if (phase === 'Succeeded' || phase === 'Failed') this.machine.send('ENDED');
		else if (!this.mounted) this.machine.send('NEEDS_VOLUMES');
		else if (this.sandbox()?.ready !== true) this.machine.send('NEEDS_SANDBOX');
		else this.machine.send('HAS_SANDBOX');
	}

	private sendStatus(mayStillRun: boolean): PodPhase {
		const { statuses, hostIP } = this.services;
		const failures = new Map(
			[...this.containers].flatMap(([name, { failure }]) =>
				failure === undefined ? [] : [[name, failure] as const]
			)
		);
		const { status, phase } = podStatus(this.pod, {
			known: this.known(),
			failures,
			epochMs: this.kernel.epochMs,
			ended: this.ended,
			sandbox: this.sandbox(),
			hostIP,
			startTime: this.startTime,
			now: this.kernel.timestamp(),
			previous: statuses.statusOf(this.pod),
			mayStillRun,
			probes: this.prober,
			verdict: this.verdict
		});
		this.phase.send(lifecycleEvent(status.phase!, status.conditions ?? []));
		statuses.set(this.pod, status);
		return phase;
	}

	private mountVolumes(): void {
		this.services.volumes.mount(
			this.pod,
			() => this.stopWanted,
			(mounted) => {
				this.mounted = mounted;
				if (mounted) {
					this.machine.send('VOLUMES_MOUNTED');
					return;
				}
				this.machine.send('NOT_MOUNTED');
				this.proceed();
			}
		);
	}

	private createSandbox(): void {
		this.services.runtime.runPodSandbox(this.ref, (outcome) => {
			if (outcome.ok) {
				this.machine.send('SANDBOX_READY');
				return;
			}
			this.services.events.post(
				this.pod,
				'Warning',
				'FailedCreatePodSandBox',
				`Failed to create pod sandbox: ${outcome.error}`
			);
			this.machine.send('SANDBOX_FAILED');
			this.retryIn(retryAfterErrorMs);
		});
	}

	private startContainers(): void {
		const before = this.known();
		const { start, replace } = podActions(this.pod, before, this.prober);
		const exited = before.filter(({ state }) => state === 'exited');
		const results: StartResult[] = [];
		const startNext = (index: number): void => {
			const next = this.stopWanted ? undefined : start[index];
			if (next === undefined) return this.endStarting(results);
			const { container, isInit } = next;
			const newest = this.known().findLast(({ name }) => name === container.name);
			const ended = exited.findLast(({ name }) => name === container.name);
			this.containerFor(container, isInit).start(this.pod, container, newest, ended, (result) => {
				results.push(result);
				this.forgetOldAttempts(container.name);
				startNext(index + 1);
			});
		};
		const stopNext = (index: number): void => {
			const old = replace[index];
			if (old === undefined) return startNext(0);
			const { container, why, graceSeconds } = old;
			const grace = graceSeconds ?? this.pod.spec.terminationGracePeriodSeconds ?? 30;
			this.containers
				.get(container.name)!
				.end(this.pod, grace, () => stopNext(index + 1), undefined, why);
		};
		stopNext(0);
	}

	private endStarting(results: readonly StartResult[]): void {
		const failed = results.filter((result) => !result.started);
		if (failed.length === 0) return this.finishSync('STARTED');
		const waits = failed.flatMap(({ retryMs }) => (retryMs === undefined ? [] : [retryMs]));
		const retryMs = waits.length > 0 ? Math.min(...waits, resyncMs) : retryAfterErrorMs;
		this.finishSync('FAILED', retryMs);
	}

	/** All at once; sidecars get their SIGTERM when the containers that they serve have ended, the last one first. */
	private stopContainers(): void {
		this.ended = this.stopWanted;
		this.prober.stopLivenessAndStartup();
		if (this.stopWanted && !this.gone) this.sendStatus(true);
		const grace = this.graceSeconds();
		const sidecars = (this.pod.spec.initContainers ?? []).filter(isSidecar).map(({ name }) => name);
		const order = [...sidecars, ...this.pod.spec.containers.map(({ name }) => name).reverse()];
		const others = (this.pod.spec.initContainers ?? []).map(({ name }) => name);
		const running = [...new Set([...order, ...others])].filter(
			(name) => this.containers.get(name)?.isRunning === true
		);
		stopAll(
			running,
			sidecars,
			(name, onStopped, turn) => this.containers.get(name)!.end(this.pod, grace, onStopped, turn),
			() => {
				this.prober.stop();
				this.kernel.after(0, () => this.machine.send('CONTAINERS_STOPPED'));
			}
		);
	}

	private graceSeconds(): number {
		if (this.gone) return 1;
		const { deletionGracePeriodSeconds } = this.pod.metadata;
		return deletionGracePeriodSeconds ?? this.pod.spec.terminationGracePeriodSeconds ?? 30;
	}

	private stopSandbox(): void {
		const sandbox = this.sandbox();
		if (sandbox === undefined || !sandbox.ready) {
			this.kernel.after(0, () => this.machine.send('SANDBOX_STOPPED'));
			return;
		}
		this.services.runtime.stopPodSandbox(sandbox, () => this.machine.send('SANDBOX_STOPPED'));
	}

	private reportTerminated(): void {
		this.ended = true;
		if (this.gone) {
			this.machine.send('REMOVE');
			return;
		}
		this.sendStatus(false);
		this.finish();
	}

	/** The kubelet confirms that nothing runs any more, and only now the object goes, if it shall. */
	private finish(): void {
		this.kernel.after(draw(this.random, latency.podCleanup), () => {
			if (this.gone) return;
			const { statuses } = this.services;
			const status = statuses.statusOf(this.pod);
			const last = terminatedStatus(this.pod, status);
			if (last !== status) statuses.set(this.pod, last);
			if (this.pod.metadata.deletionTimestamp !== undefined) statuses.remove(this.pod);
		});
	}

	private remove(): void {
		const rest = [...this.known()];
		const removeNext = (): void => {
			const next = rest.shift();
			if (next !== undefined) {
				this.services.runtime.removeContainer(next, removeNext);
				return;
			}
			this.services.statuses.forget(this.ref.uid);
			this.services.volumes.forget(this.ref.uid);
			this.machine.send('REMOVED');
			this.onFinished();
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

	private containerFor(spec: Container, isInit: boolean): PodContainer {
		let container = this.containers.get(spec.name);
		if (container === undefined) {
			container = new PodContainer(this.kernel, this.services, this.pod, this.ref, spec, isInit);
			this.containers.set(spec.name, container);
		}
		return container;
	}

	private known(): readonly RuntimeContainer[] {
		return this.services.runtime.containersOf(this.ref.uid);
	}

	private sandbox() {
		return this.services.runtime.sandboxOf(this.ref.uid);
	}
}
