import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { isNewPod } from './is-new-pod.ts';

const topologyLabels = ['topology.kubernetes.io/zone', 'topology.kubernetes.io/region'];

/** A Pod that comes with its node says where that is. Models plugin/pkg/admission/podtopologylabels/admission.go. */
export function admitPodTopology(object: KubeObject, context: RequestContext): KubeObject | Status {
	return isNewPod(context) ? withTopology(object as Pod, context) : object;
}

/** The Pod with the labels of its node's zone and region. */
export function withTopology(pod: Pod, { cache }: RequestContext): Pod {
	if (!pod.spec.nodeName) return pod;
	const node = cache.get(storageKey('nodes', undefined, pod.spec.nodeName));
	const labels = topologyLabels.flatMap((key) => {
		const value = node?.metadata.labels?.[key];
		return value === undefined ? [] : [[key, value]];
	});
	if (labels.length === 0) return pod;
	const { metadata } = pod;
	const all = { ...metadata.labels, ...(Object.fromEntries(labels) as Record<string, string>) };
	return { ...pod, metadata: { ...metadata, labels: all } };
}
