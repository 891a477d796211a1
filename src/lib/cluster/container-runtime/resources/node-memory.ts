/** A container that holds memory of its node. */
export interface MemoryHolder {
	/** Bytes. */
	readonly memory: number;
	/** -1000 … 1000: by how much of the node's memory, in thousandths, it seems larger or smaller to the OOM killer. */
	readonly oomScoreAdj: number;
	/** The OOM killer ends all its processes. */
	killForMemory(): void;
}

/** What the kernel, the container runtime and the kubelet take for themselves, bytes. */
export const ownMemory = 256 * 1024 * 1024;

/** The memory of one node: who holds how much, and whom the kernel ends when there is no more. */
export class NodeMemory {
	private readonly holders = new Set<MemoryHolder>();
	/** Called when somebody has taken or given back. */
	onChange: () => void = () => {};

	/** @param capacity bytes */
	constructor(readonly capacity: number) {}

	/** What could still be taken, as the kubelet's signal memory.available counts: capacity less working sets. */
	get available(): number {
		let taken = ownMemory;
		for (const { memory } of this.holders) taken += memory;
		return this.capacity - taken;
	}

	/**
	 * Makes room for so many bytes more, by ending whoever seems largest. False: that is the one who asked.
	 * Models the kernel's mm/oom_kill.c oom_badness.
	 */
	makeRoom(asking: MemoryHolder, bytes: number): boolean {
		this.holders.add(asking);
		while (this.available < bytes) {
			const victim = this.largest(asking, bytes);
			if (victim === asking) return false;
			victim.killForMemory();
		}
		return true;
	}

	changed(): void {
		this.onChange();
	}

	leave(holder: MemoryHolder): void {
		if (this.holders.delete(holder)) this.onChange();
	}

	private largest(asking: MemoryHolder, bytes: number): MemoryHolder {
		const badness = (holder: MemoryHolder): number => {
			const { memory, oomScoreAdj } = holder;
			const size = memory + (holder === asking ? bytes : 0);
			return size + (oomScoreAdj * this.capacity) / 1000;
		};
		return [...this.holders].reduce((most, one) => (badness(one) > badness(most) ? one : most));
	}
}
