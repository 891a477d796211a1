import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { EndpointSlice } from '#lib/kubernetes/endpoint-slice.ts';
import { selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import type { Event, Node, Pod } from '#lib/kubernetes/pod.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import type { Service } from '#lib/kubernetes/service.ts';
import { callForItems, callForObject, sorted } from '../api-call.ts';
import type { CommandContext } from '../command.ts';
import { describeAny } from '../describe/any-object.ts';
import { describeDeployment } from '../describe/deployment.ts';
import { describeNode } from '../describe/node.ts';
import { describePod } from '../describe/pod.ts';
import { describeReplicaSet } from '../describe/replica-set.ts';
import { describeService } from '../describe/service.ts';
import { knownDescriber } from '../describe/known-describers.ts';
import { selectedPods } from '../describe/pod-counts.ts';
import { smallDescribers } from '../describe/small-kinds.ts';
import { caught, listPath } from '../resources/fetch.ts';
import { type Info, infoPath } from '../resources/info.ts';
import { replicaSetsOf } from '../rollout/revisions.ts';
import type { Steps } from '../steps.ts';

const pageSize = 500;

/** Reads the object again with what else its description needs, as the describers do. */
export function* descriptionOf(context: CommandContext, info: Info): Steps<string> {
	const nowMs = (): number => context.nowMs();
	const object = yield* callForObject({ method: 'GET', path: infoPath(info) });
	if (object.kind === 'Node') {
		const facts = yield* nodeFacts(context, object as Node);
		return describeNode(facts, nowMs());
	}
	if (object.kind === 'Service') {
		const service = object as Service;
		const slices = yield* slicesOf(service);
		return describeService(service, slices, yield* ownEvents(context, object), nowMs());
	}
	if (object.kind === 'ReplicaSet') {
		const replicaSet = object as ReplicaSet;
		const pods = yield* caught(selectedPods(object, selectorOf(replicaSet.spec.selector)));
		return describeReplicaSet(replicaSet, pods, yield* ownEvents(context, object), nowMs());
	}
	const further = knownDescriber(object.kind);
	if (further !== undefined) {
		return yield* further(object, { events: () => ownEvents(context, object), nowMs });
	}
	const events = yield* ownEvents(context, object);
	if (object.kind === 'Deployment') {
		const deployment = object as Deployment;
		const owned = yield* caught(replicaSetsOf(deployment, pageSize));
		const replicaSets = owned instanceof Error ? undefined : owned;
		return describeDeployment(deployment, replicaSets, events, nowMs());
	}
	if (object.kind === 'Pod') return describePod(object as Pod, events, nowMs());
	return (smallDescribers[object.kind] ?? describeAny)(object, events, nowMs());
}

/** The slices of a Service; none when they can't be had. */
function* slicesOf({ metadata }: Service): Steps<readonly EndpointSlice[]> {
	const items = yield* caught(
		callForItems({
			method: 'GET',
			path: listPath(
				resourceOfKind('discovery.k8s.io/v1', 'EndpointSlice')!,
				metadata.namespace ?? ''
			),
			query: { labelSelector: `kubernetes.io/service-name=${metadata.name ?? ''}` }
		})
	);
	return items instanceof Error ? [] : (items as readonly EndpointSlice[]);
}

function* ownEvents(
	context: CommandContext,
	object: KubeObject
): Steps<readonly Event[] | undefined> {
	return yield* eventsOf(context, object, object.metadata.uid ?? '');
}

/** Kinds whose description has no Events. */
const quietKinds = new Set(['Secret', 'Namespace', 'Event', 'Lease']);

/**
 * The Events about an object; those about a Pod need not name its kind. Models kubectl pkg/describe/describe.go searchEvents.
 */
function* eventsOf(
	context: CommandContext,
	{ kind, metadata }: KubeObject,
	uid: string
): Steps<readonly Event[] | undefined> {
	if (!context.flags.bool('show-events')) return undefined;
	if (quietKinds.has(kind)) return kind === 'Lease' ? [] : undefined;
	const { name = '', namespace } = metadata;
	const scope = namespace === undefined ? '' : `/namespaces/${namespace}`;
	const fields = [
		...(kind === 'Pod' ? [] : [`involvedObject.kind=${kind}`]),
		`involvedObject.name=${name}`,
		...(namespace === undefined ? [] : [`involvedObject.namespace=${namespace}`]),
		`involvedObject.uid=${uid}`
	];
	const request = {
		method: 'GET' as const,
		path: `/api/v1${scope}/events`,
		query: { fieldSelector: fields.join(','), limit: String(pageSize) }
	};
	return (yield* callForItems(request)) as readonly Event[];
}

/** Events about a node are found by its uid (controllers) and by its name in place of the uid (kubelet). */
function* nodeFacts(
	context: CommandContext,
	node: Node
): Steps<Parameters<typeof describeNode>[0]> {
	const name = node.metadata.name ?? '';
	const lease = yield* caught(
		callForObject({
			method: 'GET',
			path: `/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${name}`
		})
	);
	const pods = yield* callForItems({
		method: 'GET',
		path: '/api/v1/pods',
		query: sorted({
			fieldSelector: `spec.nodeName=${name},status.phase!=Failed,status.phase!=Succeeded`,
			limit: String(pageSize)
		})
	});
	const byUid = yield* eventsOf(context, node, node.metadata.uid ?? '');
	const byName = yield* eventsOf(context, node, name);
	return {
		node,
		lease: lease instanceof Error ? undefined : lease,
		pods: pods as readonly Pod[],
		events: byUid === undefined ? undefined : [...byUid, ...(byName ?? [])]
	};
}
