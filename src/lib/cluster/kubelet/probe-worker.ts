import type { Container, Pod, Probe } from '#lib/kubernetes/pod.ts';
import type { RuntimeContainer } from '../container-runtime/runtime-state.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Timer } from '../kernel/event-queue.ts';
import { CompiledMachine, MachineActor } from '../kernel/machine.ts';
import { askOverNetwork, willingListener, type NetworkProbe } from './network-probe.ts';
import type { NodeServices } from './node-services.ts';
import { probeMachine } from './probe-machine.ts';

const compiled = new CompiledMachine('probe', probeMachine);

export type ProbeKind = 'startup' | 'readiness' | 'liveness';

/** One probe of one container: asked every period while the container runs. */
export class ProbeWorker {
	private readonly actor: MachineActor;
	private target: RuntimeContainer | undefined;
	private overNetwork: NetworkProbe | undefined;
	private timer: Timer | undefined;
	/** The last result and how often it was seen in a row. */
	private last: boolean | undefined;
	private row = 0;

	constructor(
		private readonly kernel: Kernel,
		private readonly services: NodeServices,
		private readonly pod: () => Pod,
		id: string,
		private readonly container: Container,
		readonly kind: ProbeKind,
		private readonly probe: Probe,
		/** The first tick counts from here, ms. */
		private readonly anchorMs: number,
		private readonly ip: () => string,
		private readonly onResult: () => void
	) {
		const { namespace, name } = pod().metadata;
		this.actor = new MachineActor(
			kernel,
			compiled,
			`probe/${id}/${kind}`,
			{ report: () => this.onResult() },
			`${namespace}/${name}`
		);
	}

	/** Undefined until it is known. */
	get result(): boolean | undefined {
		return this.actor.state === 'success'
			? true
			: this.actor.state === 'failure'
				? false
				: undefined;
	}

	/** The kubelet knows that this attempt runs. */
	watch(target: RuntimeContainer): void {
		if (this.target === target) return;
		this.end();
		this.target = target;
		this.overNetwork = this.networkProbe();
		this.actor.send('CONTAINER_RUNS', { attempt: target.attempt });
		if (this.kind === 'readiness') this.timer = this.kernel.after(0, () => this.tick());
		else this.next();
	}

	/** What is asked over the network, and where; undefined for a command. */
	private networkProbe(): NetworkProbe | undefined {
		if (this.probe.exec !== undefined) return undefined;
		const { network } = this.services.runtime;
		const { kernel, probe, container } = this;
		return { kernel, network, ip: this.ip(), container, handler: probe };
	}

	end(): void {
		this.timer?.cancel();
		this.target = undefined;
		this.last = undefined;
		this.row = 0;
		this.actor.send('CONTAINER_ENDED');
	}

	/** Never asked again; what it said last still counts. */
	stop(): void {
		this.timer?.cancel();
		this.stopped = true;
	}

	private stopped = false;

	/** A container that will be restarted is not asked any more. */
	private get onHold(): boolean {
		return this.kind !== 'readiness' && this.result === false;
	}

	private next(): void {
		const periodMs = (this.probe.periodSeconds ?? 10) * 1000;
		const { nowMs } = this.kernel;
		const ticks = Math.floor((nowMs - this.anchorMs) / periodMs) + 1;
		this.timer = this.kernel.housekeepingAfter(this.anchorMs + ticks * periodMs - nowMs, () =>
			this.tick()
		);
	}

	private tick(): void {
		const target = this.target;
		if (target?.state !== 'running') return;
		const age = this.kernel.nowMs - target.startedMs;
		if (age < (this.probe.initialDelaySeconds ?? 0) * 1000) return this.next();
		if (this.kind === 'startup' && this.result === true) return;
		if (this.staysWell(target)) return;
		this.ask(target, (succeeded, output) => {
			if (this.target !== target || target.state !== 'running') return;
			this.note(succeeded, output);
			if (this.target === target && !this.onHold && !this.stopped) this.next();
		});
	}

	/**
	 * What succeeded and would succeed again needs not be asked; a program whose answers don't change needs not even be looked
	 * at before it is disturbed.
	 */
	private staysWell(target: RuntimeContainer): boolean {
		if (this.result !== true || this.last !== true || this.overNetwork === undefined) return false;
		const listener = willingListener(this.overNetwork);
		if (listener === undefined) return false;
		if (!listener.isSteady) this.next();
		else {
			listener.whenDisturbed(() => {
				if (this.target === target && !this.stopped) this.next();
			});
		}
		return true;
	}

	/** Once, with its timeout. */
	private ask(
		target: RuntimeContainer,
		onDone: (succeeded: boolean, output: string) => void
	): void {
		const { exec = {}, timeoutSeconds = 1 } = this.probe;
		if (this.overNetwork !== undefined) return askOverNetwork(this.overNetwork, onDone);
		let over = false;
		const finish = (succeeded: boolean, output: string): void => {
			if (over) return;
			over = true;
			timer.cancel();
			onDone(succeeded, output);
		};
		const timer = this.kernel.after(timeoutSeconds * 1000, () =>
			finish(
				false,
				`command timed out: ${JSON.stringify((exec.command ?? []).join(' '))} timed out after ${timeoutSeconds}s`
			)
		);
		const missing = target.process.exec(exec.command ?? [], (exitCode, output, errors) =>
			finish(exitCode === 0, output + errors)
		);
		if (missing === undefined) return;
		// The probe itself went wrong: its result is thrown away.
		timer.cancel();
		this.kernel.after(1, () => {
			this.tell(`errored and resulted in unknown state: ${missing}`);
			if (this.target === target) this.next();
		});
	}

	private note(succeeded: boolean, output: string): void {
		this.row = this.last === succeeded ? this.row + 1 : 1;
		this.last = succeeded;
		if (!succeeded) this.tell(`failed: ${output}`);
		const threshold = succeeded
			? (this.probe.successThreshold ?? 1)
			: (this.probe.failureThreshold ?? 3);
		if (this.row < threshold) return;
		this.actor.send(succeeded ? 'SUCCEEDED' : 'FAILED', { inARow: this.row });
	}

	private tell(what: string): void {
		const word = this.kind[0]!.toUpperCase() + this.kind.slice(1);
		const path = `spec.containers{${this.container.name}}`;
		this.services.events.post(this.pod(), 'Warning', 'Unhealthy', `${word} probe ${what}`, path);
	}
}
