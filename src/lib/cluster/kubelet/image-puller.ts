import type { ContainerRuntime } from '../container-runtime/runtime.ts';
import type { Outcome, PodRef } from '../container-runtime/runtime-calls.ts';
import type { StoredImage } from '../container-runtime/runtime-state.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { CompiledMachine, MachineActor } from '../kernel/machine.ts';
import { imagePullMachine } from './image-pull-machine.ts';

const compiled = new CompiledMachine('image-pull', imagePullMachine);

/** How a pull went and how long it took, with and without standing in the queue, ms. */
export interface PullResult {
	readonly outcome: Outcome<StoredImage>;
	readonly tookMs: number;
	readonly includingWaitMs: number;
}

/** The node's queue of pulls: one at a time. Models pkg/kubelet/images/puller.go serialImagePuller. */
export class ImagePuller {
	private readonly queue: MachineActor[] = [];
	private pulls = 0;

	constructor(
		private readonly kernel: Kernel,
		private readonly runtime: ContainerRuntime
	) {}

	pull(ref: PodRef, image: string, onDone: (result: PullResult) => void): void {
		const askedMs = this.kernel.nowMs;
		let beganMs = askedMs;
		let outcome: Outcome<StoredImage> | undefined;
		const actor = new MachineActor(
			this.kernel,
			compiled,
			`pull/${this.runtime.node}/${image}/${++this.pulls}`,
			{
				pull: () => {
					beganMs = this.kernel.nowMs;
					this.runtime.pullImage(ref, image, (result) => {
						outcome = result;
						actor.send(result.ok ? 'PULLED' : 'FAILED');
					});
				},
				finish: () => {
					this.queue.shift();
					this.queue[0]?.send('NEXT');
					const nowMs = this.kernel.nowMs;
					onDone({
						outcome: outcome!,
						tookMs: nowMs - beganMs,
						includingWaitMs: nowMs - askedMs
					});
				}
			},
			ref.pod
		);
		this.queue.push(actor);
		if (this.queue.length === 1) actor.send('NEXT');
	}
}
