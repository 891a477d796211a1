import { isSidecar } from './pod-status/container-status.ts';
import type { Container, Pod } from './pod.ts';
import { intValue } from './quantity.ts';
import { qosClass } from './qos.ts';

const protectedScore = -997;
const firstToGo = 1000;

/**
 * `oom_score_adj` of a container's processes: whom the kernel ends first when the node's memory is used up. Between the two
 * ends stand Burstable Pods: the more memory they asked for, the safer.
 *
 * Models pkg/kubelet/qos/policy.go GetContainerOOMScoreAdjust.
 *
 * @param capacity the node's memory, bytes
 */
export function oomScoreAdj({ spec }: Pod, container: Container, capacity: number): number {
	const quality = qosClass(spec);
	const isNodeCritical = spec.priorityClassName === 'system-node-critical';
	if (isNodeCritical || quality === 'Guaranteed') return protectedScore;
	if (quality === 'BestEffort') return firstToGo;
	const own = burstableScore(container, capacity);
	if (!isSidecar(container) || !spec.initContainers?.includes(container)) return own;
	// A sidecar is not ended before the containers that it serves.
	const served = spec.containers.map((one) => burstableScore(one, capacity));
	return Math.min(own, ...served);
}

function burstableScore({ resources }: Container, capacity: number): number {
	const asked = intValue(resources?.requests?.memory);
	const score = 1000 - Math.floor((1000 * asked) / capacity);
	return Math.min(firstToGo - 1, Math.max(1000 + protectedScore, score));
}
