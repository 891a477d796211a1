import { formatSelector, type Selector } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { callForItems } from '../api-call.ts';
import { listPath } from '../resources/fetch.ts';
import type { Steps } from '../steps.ts';

const pageSize = 500;

/** The Pods that a selector lets through in the object's namespace. Models kubectl pkg/describe getPodStatusForController. */
export function* selectedPods({ metadata }: KubeObject, selector: Selector): Steps<readonly Pod[]> {
	const items = yield* callForItems({
		method: 'GET',
		path: listPath(resourceOfKind('v1', 'Pod')!, metadata.namespace ?? ''),
		query: { labelSelector: formatSelector(selector), limit: String(pageSize) }
	});
	return items as readonly Pod[];
}

/** `1 Running / 0 Waiting / 0 Succeeded / 0 Failed`, of those Pods that the object owns. */
export function podCounts(pods: readonly Pod[], { metadata }: KubeObject): string {
	const own = pods.filter((pod) =>
		pod.metadata.ownerReferences?.some((owner) => owner.controller && owner.uid === metadata.uid)
	);
	const count = (phase: string): number =>
		own.filter(({ status }) => status.phase === phase).length;
	return `${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`;
}
