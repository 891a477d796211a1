/**
 * With less `memory.available` than this a kubelet evicts Pods, as long as nothing else is configured.
 * Models pkg/kubelet/apis/config/v1beta1/defaults_linux.go DefaultEvictionHard.
 */
export const evictionThreshold = { text: '100Mi', bytes: 100 * 1024 * 1024 } as const;
