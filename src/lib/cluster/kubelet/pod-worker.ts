import type { Pod, PodPhase } from '#lib/kubernetes/pod.ts';
import { keyOf } from '../informer.ts';
import type { PodRef } from '../container-runtime/runtime-calls.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, latency } from '../kernel/latency.ts';
import { CompiledMachine, MachineActor } from '../kernel/machine.ts';
import type { Random } from '../kernel/random.ts';
import { watchActiveDeadline, type GivingUp } from './active-deadline.ts';
import type { NodeServices } from './node-services.ts';
import type { Pleg } from './pleg.ts';
import type { StartResult } from './pod-container.ts';
import { PodContainers } from './pod-containers.ts';
import { PodReporter } from './pod-reporter.ts';
import { isStaticPod } from './static-pods/static-pod.ts';
import { RetryTimer } from './retry-timer.ts';
import { Prober } from './prober.ts';
import { podWorkerMachine } from './pod-worker-machine.ts';

const worker = new CompiledMachine('pod-worker', podWorkerMachine);

/** How long the kubelet waits after a failed sync, ms; each wait is up to half as long again (pkg/kubelet/pod_workers.go). */
const retryAfterErrorMs = 10_000;
const resyncMs = 60_000;
/** What a Pod gets that the API no longer has. */
const leastGraceSeconds = 1;

/** Everything that the kubelet does for one Pod, one thing at a time. */
export class PodWorker {
	readonly ref: PodRef;
	private readonly prober: Prober;
	private readonly machine: MachineActor;
	private readonly reporter: PodReporter;
	private readonly containers: PodContainers;
	private mounted = false;
	private syncWanted = false;
	private stopWanted = false;
	/** The API object is gone. */
	private gone = false;
	/** Nothing of it will be started again. */
	private ended = false;
	private lastSyncMs = -1;
	private synced = false;
	private readonly retry: RetryTimer;
	private verdict: GivingUp | undefined;

	constructor(
		private readonly kernel: Kernel,
		private readonly services: NodeServices,
		private readonly pleg: Pleg,
		private readonly random: Random,
		public pod: Pod,
		private readonly onFinished: () => void
	) {
		const key = keyOf(pod);
		this.ref = { pod: key, uid: pod.metadata.uid! };
		this.containers = new PodContainers(kernel, services, this.ref);
		this.retry = new RetryTimer(kernel, random, () => this.wantSync());
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
		this.reporter = new PodReporter(kernel, services, this.containers, this.prober, pod, id);
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
		watchActiveDeadline(
			kernel,
			services.events,
			pod,
			() => this.stopWanted || this.ended,
			(why) => this.giveUp(why)
		);
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

	/** Its file is gone: it ends, and is reported as long as it has a mirror. */
	kill(): void {
		this.stopWanted = true;
		this.wantSync();
	}

	/** Whatever its policy says, it has failed: it is stopped and not started again. */
	giveUp(why: GivingUp): void {
		if (this.stopWanted || this.ended) return;
		this.verdict = why;
		this.kill();
	}

	/** Nothing of it runs any more. */
	get isTerminated(): boolean {
		return this.machine.state === 'terminated';
	}

	/** The kubelet's look at the runtime found something new. */
	lookAgain(): void {
		this.containers.look();
		this.wantSync();
	}

	/**
	 * A probe's answer is told at once, without a sync (status_manager.go SetContainerReadiness, SetContainerStartup); also
	 * while the Pod terminates, until its containers have ended.
	 */
	private hearOfReadiness(): void {
		if (this.ended && this.machine.state !== 'stoppingContainers') return;
		this.prober.update(this.containers.known());
		this.sendStatus(true);
	}

	/** Something that it depends on has changed: it is synced as soon as it can be. */
	wantSync(): void {
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
		this.retry.in(retryMs);
		if (this.stopWanted || this.syncWanted) this.proceed();
	}

	private report(): void {
		this.prober.update(this.containers.known());
		const phase = this.sendStatus(true);
		if (!isStaticPod(this.pod)) return this.proceedFrom(phase);
		this.services.staticPods.mirrors.reconcile(this.pod, () => this.proceedFrom(phase));
	}

	/** What is missing, once the status is said. */
	private proceedFrom(phase: PodPhase): void {
		if (phase === 'Succeeded' || phase === 'Failed') this.machine.send('ENDED');
		else if (!this.mounted) this.machine.send('NEEDS_VOLUMES');
		else if (this.sandbox()?.ready !== true) this.machine.send('NEEDS_SANDBOX');
		else this.machine.send('HAS_SANDBOX');
	}

	private sendStatus(mayStillRun: boolean): PodPhase {
		const { ended, verdict } = this;
		return this.reporter.send(this.pod, { ended, mayStillRun, verdict });
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
			this.retry.in(retryAfterErrorMs);
		});
	}

	private startContainers(): void {
		this.containers.start(
			this.pod,
			this.prober,
			() => this.stopWanted,
			(results) => this.endStarting(results)
		);
	}

	private endStarting(results: readonly StartResult[]): void {
		const failed = results.filter((result) => !result.started);
		if (failed.length === 0) return this.finishSync('STARTED');
		const waits = failed.flatMap(({ retryMs }) => (retryMs === undefined ? [] : [retryMs]));
		const retryMs = waits.length > 0 ? Math.min(...waits, resyncMs) : retryAfterErrorMs;
		this.finishSync('FAILED', retryMs);
	}

	private stopContainers(): void {
		this.ended = this.stopWanted && !isStaticPod(this.pod);
		this.prober.stopLivenessAndStartup();
		if (this.stopWanted && !this.gone) this.sendStatus(true);
		const graceSeconds = this.gone ? leastGraceSeconds : this.verdict?.graceSeconds;
		this.containers.stop(this.pod, graceSeconds, () => {
			this.prober.stop();
			this.kernel.after(0, () => this.machine.send('CONTAINERS_STOPPED'));
		});
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
		// Of a static Pod no final phase is told: its mirror is taken away.
		this.ended = !isStaticPod(this.pod);
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
			if (isStaticPod(this.pod)) this.objectGone();
			else if (!this.gone) this.services.statuses.terminate(this.pod);
		});
	}

	private remove(): void {
		this.containers.remove(() => {
			this.services.statuses.forget(this.ref.uid);
			this.services.volumes.forget(this.ref.uid);
			this.machine.send('REMOVED');
			this.onFinished();
		});
	}

	private sandbox() {
		return this.services.runtime.sandboxOf(this.ref.uid);
	}
}
