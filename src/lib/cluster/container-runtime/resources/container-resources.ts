import type { Container } from '#lib/kubernetes/pod.ts';
import { intValue, milliValue } from '#lib/kubernetes/quantity.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { CpuQuota } from './cpu-quota.ts';
import type { MemoryHolder, NodeMemory } from './node-memory.ts';
import type { ResourceUse } from './resource-use.ts';

/** How often what a server computes is looked at, ms. */
const sampleMs = 1000;

/** What a container's cgroup counts and enforces: no more CPU time than its limit, no more memory than its limit. */
export class ContainerResources implements MemoryHolder {
	memory = 0;
	private readonly quota: CpuQuota;
	private readonly cpuLimit: number | undefined;
	private readonly memoryLimit: number;
	private wantsMilliCpu = 0;
	private sampledMs = NaN;
	private ended = false;

	constructor(
		private readonly kernel: Kernel,
		private readonly node: NodeMemory,
		{ resources }: Container,
		readonly oomScoreAdj: number,
		private readonly tell: (use: ResourceUse) => void,
		readonly killForMemory: () => void
	) {
		this.cpuLimit = milliValue(resources?.limits?.cpu) || undefined;
		this.memoryLimit = intValue(resources?.limits?.memory) || Infinity;
		this.quota = new CpuQuota(this.cpuLimit);
	}

	/** A program takes so many bytes more. False: the OOM killer ends the container, for its limit or for the node's sake. */
	takeMemory(bytes: number): boolean {
		if (this.memory + bytes > this.memoryLimit) return false;
		if (!this.node.makeRoom(this, bytes)) return false;
		this.memory += bytes;
		this.tellBusy();
		this.node.changed();
		return true;
	}

	/** A program computes from now on without a pause, on so many thousandths of a CPU if it gets them. */
	wantCpu(milliCpu: number): void {
		this.wantsMilliCpu = milliCpu;
		this.tellBusy();
	}

	/** An answer costs so much CPU time: how long from now until it has been spent, ms. */
	spendCpu(cpuMs: number): number {
		const { nowMs } = this.kernel;
		const doneMs = this.quota.spend(nowMs, cpuMs);
		if (Number.isNaN(this.sampledMs)) {
			this.sampledMs = nowMs;
			this.sampleLater();
		}
		return doneMs - nowMs;
	}

	/** Its processes have ended: all is given back. */
	release(): void {
		this.ended = true;
		this.memory = 0;
		this.node.leave(this);
	}

	private tellBusy(): void {
		const { wantsMilliCpu, cpuLimit = Infinity, memory } = this;
		const milliCpu = Math.min(wantsMilliCpu, cpuLimit);
		const throttled = wantsMilliCpu > milliCpu ? 1 - milliCpu / wantsMilliCpu : 0;
		this.tell({ milliCpu, throttled, memory });
	}

	private sampleLater(): void {
		this.kernel.housekeepingAfter(sampleMs, () => {
			if (this.ended) return;
			const { nowMs } = this.kernel;
			const { computedMs, waitedMs } = this.quota.between(this.sampledMs, nowMs);
			const all = computedMs + waitedMs;
			this.tell({
				milliCpu: Math.round((computedMs / (nowMs - this.sampledMs)) * 1000),
				throttled: all === 0 ? 0 : waitedMs / all,
				memory: this.memory
			});
			this.sampledMs = all === 0 && this.quota.busyUntilMs <= nowMs ? NaN : nowMs;
			if (!Number.isNaN(this.sampledMs)) this.sampleLater();
		});
	}
}
