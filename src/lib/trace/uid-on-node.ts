import type { Pod } from '#lib/kubernetes/pod.ts';

/** The uid by which a Pod's node knows it: of a mirror Pod that of the static Pod behind it, which the API server never sees. */
export function uidOnNode({ metadata }: Pod): string {
	return metadata.annotations?.['kubernetes.io/config.mirror'] ?? metadata.uid ?? '';
}
