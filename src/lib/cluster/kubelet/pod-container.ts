import { oomScoreAdj } from '#lib/kubernetes/oom-score.ts';
import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import type { RuntimeContainer } from '../container-runtime/runtime-state.ts';
import type { PodRef } from '../container-runtime/runtime-calls.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { CompiledMachine, MachineActor } from '../kernel/machine.ts';
import { containerEnvironment, withEnvironment } from './container-environment.ts';
import { ContainerImage } from './container-image.ts';
import { containerMachine } from './container-machine.ts';
import type { StartFailure } from './container-statuses.ts';
import { goDuration } from './go-duration.ts';
import { runHook, type HookPlace } from './lifecycle-hook.ts';
import type { NodeServices } from './node-services.ts';
import { rootRefusal } from './root-refusal.ts';
import { serviceVariables } from './service-variables.ts';

const compiled = new CompiledMachine('container', containerMachine);

/** The least that a container is given to end, seconds (pkg/kubelet/kuberuntime minimumGracePeriodInSeconds). */
const minimumGraceSeconds = 2;

/** How a start went. `retryMs`: the back-off that must pass first. */
export type StartResult =
	{ readonly started: true } | { readonly started: false; readonly retryMs?: number };

/** Calls back when a container may be stopped: sidecars wait for the containers that they serve. */
export type Turn = (go: () => void) => void;

/** One container of a Pod, driven by its machine from start to stop, over all restarts. */
export class PodContainer {
	/** Why it can't be started; kept until it can. */
	failure: StartFailure | undefined;
	private readonly actor: MachineActor;
	private readonly image: ContainerImage;
	private created: RuntimeContainer | undefined;
	private attempt = 0;
	private onStarted: (result: StartResult) => void = () => {};
	private onStopped: () => void = () => {};
	private graceSeconds = 0;
	private turn: Turn = (go) => go();

	constructor(
		private readonly kernel: Kernel,
		private readonly services: NodeServices,
		private pod: Pod,
		private readonly ref: PodRef,
		private container: Container,
		private readonly isInit: boolean
	) {
		this.image = new ContainerImage(kernel, services, ref, (type, reason, message) =>
			this.event(type, reason, message)
		);
		this.actor = new MachineActor(
			kernel,
			compiled,
			`container/${services.node}/${ref.pod}/${container.name}/${ref.uid}`,
			{
				getImage: () => this.getImage(),
				create: () => this.create(),
				startProcess: () => this.startProcess(),
				reportStarted: () => this.reportStarted(),
				runPreStop: () => this.runPreStop(),
				stop: () => this.stop()
			},
			ref.pod
		);
	}

	/**
	 * Starts it (again), unless it has to wait because it ended too often. `lastEnded`: the attempt that had ended when the
	 * sync began; one that is being replaced does not count.
	 */
	start(
		pod: Pod,
		container: Container,
		newest: RuntimeContainer | undefined,
		lastEnded: RuntimeContainer | undefined,
		onDone: (result: StartResult) => void
	): void {
		this.pod = pod;
		this.container = container;
		this.onStarted = onDone;
		const { backoff } = this.services;
		const { nowMs } = this.kernel;
		if (lastEnded !== undefined) {
			const key = this.backoffKey();
			const remaining = backoff.remainingMs(key, lastEnded.finishedMs, nowMs);
			if (remaining > 0) return this.backOff(remaining);
			backoff.next(key, lastEnded.finishedMs, nowMs);
		}
		this.attempt = newest === undefined ? 0 : newest.attempt + 1;
		this.actor.send('START', { attempt: this.attempt });
	}

	/** The kubelet learns from the runtime that it has ended. */
	hearOfExit(exitCode: number, reason: string): void {
		this.actor.send('EXITED', { exitCode, reason });
	}

	/**
	 * preStop, then (when `turn` says that it is this container's turn) SIGTERM, and SIGKILL when the grace is over. Done when
	 * the process has ended.
	 */
	end(
		pod: Pod,
		graceSeconds: number,
		onStopped: () => void,
		turn: Turn = (go) => go(),
		why = `Stopping container ${this.container.name}`
	): void {
		this.pod = pod;
		this.turn = turn;
		const container = this.created;
		if (container?.state !== 'running') return onStopped();
		this.graceSeconds = graceSeconds;
		this.onStopped = onStopped;
		this.event('Normal', 'Killing', why);
		this.actor.send('STOP', { graceSeconds });
	}

	private backOff(remainingMs: number): void {
		const { name, namespace, uid } = this.pod.metadata;
		const { name: container } = this.container;
		const delay = this.services.backoff.delayMs(this.backoffKey());
		const text = `restarting failed container`;
		this.event(
			'Warning',
			'BackOff',
			`Back-off ${text} ${container} in pod ${name}_${namespace}(${uid})`
		);
		this.failure = {
			reason: 'CrashLoopBackOff',
			message: `back-off ${goDuration(delay)} ${text}=${container} pod=${name}_${namespace}(${uid})`
		};
		this.actor.send('BACK_OFF', { delayMs: delay });
		this.onStarted({ started: false, retryMs: remainingMs });
	}

	private getImage(): void {
		this.image.ensure(this.container, (result) => {
			if (result.ok) this.actor.send('IMAGE_READY');
			else {
				const event = result.retryMs === undefined ? 'PULL_FAILED' : 'PULL_BACKS_OFF';
				this.failToStart(result.reason, result.message, event, result.retryMs);
			}
		});
	}

	private failToStart(reason: string, message: string, event: string, retryMs?: number): void {
		const told = reason.startsWith('CreateContainer') ? message : reason;
		if (reason !== 'ErrImageNeverPull') this.event('Warning', 'Failed', `Error: ${told}`);
		this.failure = { reason, message };
		this.actor.send(event, { reason });
		this.onStarted({ started: false, ...(retryMs === undefined ? undefined : { retryMs }) });
	}

	private create(): void {
		const { runtime, volumes, serviceList } = this.services;
		const refusal = rootRefusal(this.pod, this.container);
		const ip = runtime.sandboxOf(this.ref.uid)?.ip ?? '';
		const environment = containerEnvironment(
			this.pod,
			this.container,
			ip,
			volumes.dataOf(this.pod.metadata.namespace!),
			serviceVariables(this.pod, serviceList())
		);
		const error = environment.ok ? refusal : environment.error;
		if (error !== undefined || !environment.ok) {
			return this.failToStart('CreateContainerConfigError', error!, 'CREATE_FAILED');
		}
		const container = withEnvironment(this.container, environment.env);
		const config = {
			mounts: volumes.mountsFor(this.pod, container, ip),
			oomScoreAdj: oomScoreAdj(this.pod, this.container, runtime.memory.capacity)
		};
		runtime.createContainer(this.ref, container, config, this.attempt, (outcome) => {
			if (!outcome.ok)
				return this.failToStart('CreateContainerError', outcome.error, 'CREATE_FAILED');
			this.created = outcome.value;
			this.event('Normal', 'Created', 'Container created');
			this.actor.send('CREATED');
		});
	}

	private startProcess(): void {
		this.services.runtime.startContainer(this.created!, (outcome) => {
			if (!outcome.ok) {
				this.event('Warning', 'Failed', `Error: ${outcome.error}`);
				this.failure = { reason: 'RunContainerError', message: outcome.error };
				this.actor.send('EXITED', { exitCode: 128, reason: 'StartError' });
				this.onStarted({ started: false });
				return;
			}
			this.failure = undefined;
			this.event('Normal', 'Started', 'Container started');
			this.actor.send('STARTED', { attempt: this.attempt });
			if (this.created!.state === 'exited') {
				this.hearOfExit(this.created!.exitCode, this.created!.reason);
			}
		});
	}

	/** The kubelet waits for postStart; if it fails the container is ended, and started again as the policy says. */
	private reportStarted(): void {
		const hook = this.container.lifecycle?.postStart;
		if (hook === undefined) return this.onStarted({ started: true });
		runHook(this.hookPlace(), hook, (failure) => {
			if (failure === undefined) return this.onStarted({ started: true });
			this.event('Warning', 'FailedPostStartHook', 'PostStartHook failed');
			const grace = this.pod.spec.terminationGracePeriodSeconds ?? 30;
			const failed = (): void => {
				this.failure = { reason: 'PostStartHookError', message: failure };
				this.onStarted({ started: false });
			};
			this.end(this.pod, grace, failed, undefined, 'FailedPostStartHook');
		});
	}

	/** The hook's time counts against the grace; when the grace is over it is not waited for. */
	private runPreStop(): void {
		const hook = this.container.lifecycle?.preStop;
		const began = this.kernel.nowMs;
		let over = false;
		const proceed = (): void => {
			if (over) return;
			over = true;
			timer?.cancel();
			this.turn(() => {
				const tookSeconds = Math.floor(Math.round(this.kernel.nowMs - began) / 1000);
				this.graceSeconds = Math.max(minimumGraceSeconds, this.graceSeconds - tookSeconds);
				// It may have ended by itself meanwhile.
				if (!this.actor.send('PRE_STOP_DONE', { tookSeconds })) this.onStopped();
			});
		};
		const timer =
			hook === undefined || this.graceSeconds === 0
				? undefined
				: this.kernel.after(this.graceSeconds * 1000, proceed);
		if (hook === undefined || timer === undefined) return proceed();
		runHook(this.hookPlace(), hook, (failure) => {
			if (failure !== undefined && !over) {
				this.event('Warning', 'FailedPreStopHook', 'PreStopHook failed');
			}
			proceed();
		});
	}

	private hookPlace(): HookPlace {
		const { runtime } = this.services;
		return {
			kernel: this.kernel,
			network: runtime.network,
			ip: runtime.sandboxOf(this.ref.uid)?.ip ?? '',
			container: this.container,
			process: this.created!.process
		};
	}

	get isRunning(): boolean {
		return this.created?.state === 'running';
	}

	private stop(): void {
		const container = this.created!;
		this.services.runtime.stopContainer(container, this.graceSeconds, () => {
			this.hearOfExit(container.exitCode, container.reason);
			this.onStopped();
		});
	}

	private backoffKey(): string {
		return `${this.ref.uid}_${this.container.name}_${this.container.image}`;
	}

	private event(type: 'Normal' | 'Warning', reason: string, message: string): void {
		const list = this.isInit ? 'initContainers' : 'containers';
		const path = `spec.${list}{${this.container.name}}`;
		this.services.events.post(this.pod, type, reason, message, path);
	}
}
