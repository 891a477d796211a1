import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Node, Pod } from '#lib/kubernetes/pod.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { resourceName } from '#lib/kubernetes/resources.ts';
import { forbidden } from '#lib/kubernetes/status.ts';
import { nodeOf } from '../access/node-authorizer.ts';
import { usedBy } from '../access/pod-references.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { forbiddenNodeLabels } from './node-labels.ts';
import { refusedName } from './refused-name.ts';

const mirror = 'kubernetes.io/config.mirror';
const leaseNamespace = 'kube-node-lease';

/**
 * What a kubelet may change: its own Node, its Lease, Pods that are bound to it, and their mirrors.
 * Models plugin/pkg/admission/noderestriction/admission.go.
 */
export function admitNodeRestriction(
	object: KubeObject,
	context: RequestContext
): KubeObject | Status {
	const node = nodeOf(context.user);
	if (node === undefined) return object;
	const why = refusalOf(node, object, context);
	if (why === undefined) return object;
	const name = context.route.name ?? refusedName(object);
	return forbidden(resourceName(context.resource), name, why);
}

/** The same for what is to be deleted, evicted or given a token: there is no new object. */
export function restrictedNode(context: RequestContext): Status | undefined {
	const { route, cache, resource } = context;
	const node = nodeOf(context.user);
	if (node === undefined || route.name === undefined) return undefined;
	const isToken = route.subresource === 'token';
	const isRemoval = route.verb === 'delete' || route.subresource === 'eviction';
	if (!isToken && !isRemoval) return undefined;
	const current = cache.get(storageKey(resource.plural, route.namespace, route.name));
	const why = isToken ? ofToken(node, context) : ofRemoval(node, current, context);
	return why === undefined ? undefined : forbidden(resourceName(resource), route.name, why);
}

function refusalOf(node: string, object: KubeObject, context: RequestContext): string | undefined {
	const { resource, route, cache } = context;
	const isNew = route.verb === 'create';
	const name = route.name ?? object.metadata.name ?? '';
	switch (resource.plural) {
		case 'pods':
			return ofPod(node, object as Pod, context);
		case 'nodes': {
			const old = isNew ? null : cache.get(storageKey('nodes', undefined, name));
			return ofNode(node, name, object as Node, old as Node | null);
		}
		case 'leases':
			if (route.namespace !== leaseNamespace) {
				return `can only access leases in the "${leaseNamespace}" system namespace`;
			}
			return name === node
				? undefined
				: 'can only access node lease with the same name as the requesting node';
		case 'csinodes':
			return name === node
				? undefined
				: 'can only access CSINode with the same name as the requesting node';
		default:
			return undefined;
	}
}

function ofPod(node: string, pod: Pod, { route, cache }: RequestContext): string | undefined {
	const quoted = JSON.stringify(node);
	if (route.subresource === 'status') {
		const old = cache.get(storageKey('pods', route.namespace, route.name!)) as Pod | null;
		if (old === null) return undefined;
		if (old.spec.nodeName !== node) {
			return `node ${quoted} can only update pod status for pods with spec.nodeName set to itself`;
		}
		return isDeepEqual(old.metadata.labels ?? {}, pod.metadata.labels ?? {})
			? undefined
			: `node ${quoted} cannot update labels through pod status`;
	}
	if (route.subresource !== undefined) {
		return `unexpected pod subresource ${JSON.stringify(route.subresource)}, only 'status' and 'eviction' are allowed`;
	}
	if (route.verb === 'create') return ofMirror(node, quoted, pod);
	return `unexpected operation "UPDATE", node ${quoted} can only create and delete mirror pods`;
}

/** A Pod that a kubelet makes shows one that it runs from a file. */
function ofMirror(node: string, quoted: string, { metadata, spec }: Pod): string | undefined {
	if (metadata.annotations?.[mirror] === undefined) {
		return `pod does not have ${JSON.stringify(mirror)} annotation, node ${quoted} can only create mirror pods`;
	}
	if (spec.nodeName !== node) {
		return `node ${quoted} can only create pods with spec.nodeName set to itself`;
	}
	const owners = metadata.ownerReferences ?? [];
	const [owner] = owners;
	if (owners.length > 1) {
		return `node ${quoted} can only create pods with a single owner reference set to itself`;
	}
	const isOwn = owner?.apiVersion === 'v1' && owner.kind === 'Node' && owner.name === node;
	if (!isOwn) return `node ${quoted} can only create pods with an owner reference set to itself`;
	if (owner.controller !== true) {
		return `node ${quoted} can only create pods with a controller owner reference set to itself`;
	}
	if (owner.blockOwnerDeletion === true) {
		return `node ${quoted} must not set blockOwnerDeletion on an owner reference`;
	}
	if (spec.serviceAccountName) {
		return `node ${quoted} can not create pods that reference a service account`;
	}
	const used = [...usedBy({ spec } as Pod)].map((name) => name.split('/')[0]);
	const what = ['secrets', 'configmaps', 'persistentvolumeclaims'].find((one) =>
		used.includes(one)
	);
	return what && `node ${quoted} can not create pods that reference ${what}`;
}

function ofNode(node: string, name: string, now: Node, old: Node | null): string | undefined {
	const quoted = JSON.stringify(node);
	const refused = forbiddenNodeLabels(now.metadata.labels, old?.metadata.labels);
	const list = refused.join(', ');
	if (old === null && refused.length > 0) {
		return `node ${quoted} is not allowed to set the following labels: ${list}`;
	}
	if (name !== node) {
		return `node ${quoted} is not allowed to modify node ${JSON.stringify(name)}`;
	}
	if (old === null) return undefined;
	if (!isDeepEqual(now.spec?.taints ?? [], old.spec?.taints ?? [])) {
		return `node ${quoted} is not allowed to modify taints`;
	}
	if (refused.length > 0) return `node ${quoted} is not allowed to modify labels: ${list}`;
	const owners = (one: Node): unknown => one.metadata.ownerReferences ?? [];
	return isDeepEqual(owners(now), owners(old))
		? undefined
		: `node ${quoted} is not allowed to modify ownerReferences`;
}

function ofRemoval(
	node: string,
	current: KubeObject | null,
	{ resource, route }: RequestContext
): string | undefined {
	const quoted = JSON.stringify(node);
	const isEviction = route.subresource === 'eviction';
	if (resource.plural === 'pods') {
		if (current === null || (current as Pod).spec.nodeName === node) return undefined;
		return isEviction
			? `node ${node} can only evict pods with spec.nodeName set to itself`
			: `node ${quoted} can only delete pods with spec.nodeName set to itself`;
	}
	if (resource.plural === 'nodes' && route.name !== node) {
		return `node ${quoted} is not allowed to modify node ${JSON.stringify(route.name)}`;
	}
	return undefined;
}

interface TokenRequest {
	readonly spec?: {
		readonly boundObjectRef?: {
			readonly kind?: string;
			readonly apiVersion?: string;
			readonly name?: string;
			readonly uid?: string;
		};
	};
}

function ofToken(node: string, { request, route, cache }: RequestContext): string | undefined {
	const bound = ((request.body ?? {}) as TokenRequest).spec?.boundObjectRef;
	if (bound?.kind !== 'Pod' || bound.apiVersion !== 'v1' || !bound.name) {
		return 'node requested token not bound to a pod';
	}
	if (!bound.uid) return 'node requested token with a pod binding without a uid';
	const pod = cache.get(storageKey('pods', route.namespace, bound.name)) as Pod | null;
	return pod?.spec.nodeName === node
		? undefined
		: 'node requested token bound to a pod scheduled on a different node';
}
