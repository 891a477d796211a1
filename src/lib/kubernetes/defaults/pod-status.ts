import type { PodStatus } from '../pod.ts';

/** The address stands first in the list of addresses. Models pkg/apis/core/v1/conversion.go Convert_v1_PodStatus_To_core_PodStatus. */
export function defaultPodStatus(status: PodStatus): PodStatus {
	const { podIP, podIPs = [] } = status;
	if (!podIP || podIPs[0]?.ip === podIP) return status;
	return { ...status, podIPs: [{ ip: podIP }] };
}
