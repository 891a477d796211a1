import type { LabelSelector } from '#lib/kubernetes/labels/selector.ts';
import { formatSelector, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { ApiList } from '#lib/kubernetes/api-client.ts';
import { call, sorted } from '../api-call.ts';
import { KubectlError } from '../kubectl-error.ts';
import { listPath } from '../resources/fetch.ts';
import { nextOf, openWatch, type Steps, stopWatch } from '../steps.ts';

const selecting = new Set([
	'DaemonSet',
	'Deployment',
	'Job',
	'ReplicaSet',
	'ReplicationController',
	'Service',
	'StatefulSet'
]);
/** Kinds whose selector is a map. */
const mapped = new Set(['ReplicationController', 'Service']);

/**
 * The Pods that a workload or a Service selects, the one whose log is most telling first. Without any, the first to come is
 * waited for.
 *
 * Models kubectl pkg/polymorphichelpers/helpers.go SelectorsForObject, GetPodList.
 *
 * @param untilMs a moment of the cluster's clock at which the wait is given up
 * @param purpose what can't be done with an object of another kind
 * @throws KubectlError
 */
export function* podsBehind(
	object: KubeObject,
	untilMs: number,
	purpose = `cannot get the logs from *v1.${object.kind}`
): Steps<readonly Pod[]> {
	const labelSelector = selectorText(object, purpose);
	const path = listPath(resourceOfKind('v1', 'Pod')!, object.metadata.namespace ?? '');
	const list = (yield* call({ method: 'GET', path, query: { labelSelector } })) as ApiList;
	if (list.items.length > 0) return [...(list.items as readonly Pod[])].sort(forLogging);
	const resourceVersion = list.metadata.resourceVersion ?? '';
	const query = sorted({ labelSelector, resourceVersion, watch: 'true' });
	const stream = yield* openWatch({ method: 'GET', path, query });
	for (;;) {
		const news = yield* nextOf(stream, untilMs);
		if (news.type !== 'event') throw new KubectlError('timed out waiting for the condition');
		if (news.event.type !== 'ADDED' && news.event.type !== 'MODIFIED') continue;
		yield* stopWatch(stream);
		return [news.event.object as Pod];
	}
}

function selectorText({ kind, metadata, spec }: KubeObject, purpose: string): string {
	const refuse = (reason: string): KubectlError => new KubectlError(`${purpose}: ${reason}`);
	if (!selecting.has(kind)) throw refuse(`selector for *v1.${kind} not implemented`);
	const { selector } = spec as { readonly selector?: LabelSelector };
	if (!mapped.has(kind)) return formatSelector(selectorOf(selector));
	const labels = (selector ?? {}) as Readonly<Record<string, string>>;
	if (kind === 'Service' && Object.keys(labels).length === 0) {
		throw refuse(`invalid service '${metadata.name ?? ''}': Service is defined without a selector`);
	}
	return formatSelector(selectorOf({ matchLabels: labels }));
}

const phases = ['Running', 'Unknown', 'Pending'];

/** On a node, running, ready, ready for long, restarted often, old: in this order. Models pkg/util/podutils ByLogging. */
function forLogging(a: Pod, b: Pod): number {
	const ranks = ({ metadata, spec, status }: Pod): readonly (number | string)[] => {
		const ready = status.conditions?.find(({ type }) => type === 'Ready');
		const isReady = ready?.status === 'True';
		const restarts = (status.containerStatuses ?? []).map(({ restartCount = 0 }) => restartCount);
		return [
			spec.nodeName ? 0 : 1,
			Math.max(0, phases.indexOf(status.phase ?? '')),
			isReady ? 0 : 1,
			isReady ? (ready.lastTransitionTime ?? '') : '',
			-Math.max(0, ...restarts),
			metadata.creationTimestamp ?? ''
		];
	};
	const [first, second] = [ranks(a), ranks(b)];
	const at = first.findIndex((rank, index) => rank !== second[index]);
	return at < 0 ? 0 : first[at]! < second[at]! ? -1 : 1;
}
