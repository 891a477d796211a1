import type { Pod, PodPhase } from '#lib/kubernetes/pod.ts';
import { keyOf } from '../informer.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { CompiledMachine, MachineActor } from '../kernel/machine.ts';
import type { GivingUp } from './active-deadline.ts';
import { lifecycleEvent } from './lifecycle-event.ts';
import type { NodeServices } from './node-services.ts';
import type { PodContainers } from './pod-containers.ts';
import { podLifecycleMachine } from './pod-lifecycle-machine.ts';
import { podStatus } from './pod-status.ts';
import type { Prober } from './prober.ts';

const lifecycle = new CompiledMachine('pod-lifecycle', podLifecycleMachine);

/** How far a Pod has come, when its status is made. */
export interface Progress {
	/** Nothing of it will be started again. */
	readonly ended: boolean;
	/** Containers may still be running. */
	readonly mayStillRun: boolean;
	/** Why the kubelet gave it up. */
	readonly verdict: GivingUp | undefined;
}

/** Says what became of one Pod: makes its status and hands it to whoever brings it to the API server. */
export class PodReporter {
	private readonly phase: MachineActor;
	private readonly startTime: string;

	constructor(
		private readonly kernel: Kernel,
		private readonly services: NodeServices,
		private readonly containers: PodContainers,
		private readonly prober: Prober,
		pod: Pod,
		id: string
	) {
		this.startTime = pod.status.startTime ?? kernel.timestamp();
		this.phase = new MachineActor(kernel, lifecycle, `pod/${id}`, {}, keyOf(pod));
	}

	/** The phase that the Pod has come to, which is not told before nothing runs any more. */
	send(pod: Pod, { ended, mayStillRun, verdict }: Progress): PodPhase {
		const { statuses, hostIP, runtime } = this.services;
		const { status, phase } = podStatus(pod, {
			known: this.containers.known(),
			failures: this.containers.failures,
			epochMs: this.kernel.epochMs,
			ended,
			sandbox: runtime.sandboxOf(pod.metadata.uid!),
			hostIP,
			startTime: this.startTime,
			now: this.kernel.timestamp(),
			previous: statuses.statusOf(pod),
			mayStillRun,
			probes: this.prober,
			verdict
		});
		this.phase.send(lifecycleEvent(status.phase!, status.conditions ?? []));
		statuses.set(pod, status);
		return phase;
	}
}
