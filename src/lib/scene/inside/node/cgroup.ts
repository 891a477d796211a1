import type { Container, Pod } from '#lib/kubernetes/pod.ts';
import { qosClass } from '#lib/kubernetes/qos.ts';
import { intValue, milliValue } from '#lib/kubernetes/quantity.ts';

/** Where a Pod's processes are counted (cgroup driver cgroupfs). Models pkg/kubelet/cm/pod_container_manager_linux.go GetPodContainerName. */
export function podCgroup({ spec }: Pod, uid: string): string {
	const quality = qosClass(spec);
	const below = quality === 'Guaranteed' ? '' : `/${quality.toLowerCase()}`;
	return `/kubepods${below}/pod${uid}`;
}

/** ms in which a CPU limit is counted (pkg/kubelet/cm/helpers_linux.go QuotaPeriod). */
const periodMs = 100;

/** What the kernel is told of a container's limits: of each period it may run so long (cpu.max), and take so much (memory.max). */
export function limitsInCgroup({ resources }: Partial<Container>) {
	const { cpu, memory } = resources?.limits ?? {};
	return {
		/** CPU time, ms; null: as much as there is. */
		cpuMs: cpu === undefined ? null : (milliValue(cpu) * periodMs) / 1000,
		periodMs,
		memoryBytes: memory === undefined ? null : intValue(memory)
	};
}
