import type { Pod } from '#lib/kubernetes/pod.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { KubeletEvents } from './kubelet-events.ts';

/** Why the kubelet gives a Pod up. */
export interface GivingUp {
	readonly reason: string;
	readonly message: string;
	/** It says so in the condition DisruptionTarget. */
	readonly disrupts?: true;
	/** How long its containers have to end, in place of what the Pod says, seconds. */
	readonly graceSeconds?: number;
}

const exceeded: GivingUp = {
	reason: 'DeadlineExceeded',
	message: 'Pod was active on the node longer than the specified deadline'
};

/** A Pod with a deadline is given up when that has passed, if it still goes on. Models pkg/kubelet/active_deadline.go. */
export function watchActiveDeadline(
	kernel: Kernel,
	events: KubeletEvents,
	pod: Pod,
	isOver: () => boolean,
	onExceeded: (why: GivingUp) => void
): void {
	const seconds = pod.spec.activeDeadlineSeconds as number | undefined;
	if (seconds === undefined) return;
	kernel.after(seconds * 1000, () => {
		if (isOver()) return;
		events.post(pod, 'Normal', exceeded.reason, exceeded.message);
		onExceeded(exceeded);
	});
}
