import type { ActorId } from '#lib/trace/event.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { draw, type Spread } from '../kernel/latency.ts';
import type { Random } from '../kernel/random.ts';

/** Whom a call is for, as the trace says it. */
export interface PodRef {
	/** `namespace/name`. */
	readonly pod: string;
	readonly uid: string;
}

export type Outcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** Calls to and by the container runtime of a node: each travels as a message and takes its time. */
export class RuntimeCalls {
	private readonly actor: ActorId;
	private readonly kubelet: ActorId;

	constructor(
		private readonly kernel: Kernel,
		private readonly node: string,
		private readonly random: Random
	) {
		this.actor = `runtime/${node}`;
		this.kubelet = `kubelet/${node}`;
	}

	/** A CRI call: there, the work, and back. */
	call<T>(
		method: string,
		{ pod }: PodRef,
		argument: string | undefined,
		onDone: (outcome: Outcome<T>) => void,
		work: (done: (outcome: Outcome<T>) => void) => void
	): void {
		const id = this.kernel.nextCallId();
		const subject = { pod, ...(argument === undefined ? undefined : { argument }) };
		this.kernel.send(
			this.kubelet,
			this.actor,
			'cri',
			{ type: 'call', id, method, ...subject },
			1,
			() =>
				work((outcome) =>
					this.kernel.send(
						this.actor,
						this.kubelet,
						'cri',
						{
							type: 'return',
							id,
							method,
							pod,
							...(outcome.ok ? undefined : { error: outcome.error })
						},
						1,
						() => onDone(outcome)
					)
				)
		);
	}

	/** A call to the CNI plugin, runc or a registry, and its return. */
	nodeCall(
		protocol: 'cni' | 'oci' | 'registry',
		method: string,
		{ pod }: PodRef,
		takes: Spread,
		onDone: () => void
	): void {
		const other = protocol === 'registry' ? 'registry' : `${protocol}/${this.node}`;
		const id = this.kernel.nextCallId();
		this.kernel.send(this.actor, other, protocol, { type: 'call', id, method, pod }, 1, () =>
			this.pass(takes, () =>
				this.kernel.send(
					other,
					this.actor,
					protocol,
					{ type: 'return', id, method, pod },
					1,
					onDone
				)
			)
		);
	}

	pass(spread: Spread, then: () => void): void {
		this.kernel.after(draw(this.random, spread), then);
	}
}
