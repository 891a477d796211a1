import type { Pod } from '#lib/kubernetes/pod.ts';
import type { User } from '../authentication.ts';
import { storageKey } from '../storage-key.ts';
import type { WatchCache } from '../watch-cache.ts';
import { usedBy } from './pod-references.ts';
import { type Attributes, type PolicyRule, ruleMatches } from './policy-rule.ts';
import type { RoleObject } from './role-objects.ts';

/** Undefined: no opinion; `why` says what RBAC will not say. */
export type NodeOpinion = { readonly allowed: true } | { readonly why: string } | undefined;

const prefix = 'system:node:';
const leaseVerbs = ['get', 'create', 'update', 'patch', 'delete'];

/** The node that a user is; undefined for everyone else. Models pkg/auth/nodeidentifier/default.go. */
export function nodeOf({ name, groups }: User): string | undefined {
	if (!name.startsWith(prefix) || !groups.includes('system:nodes')) return undefined;
	return name.slice(prefix.length);
}

/**
 * What a kubelet may do: what every kubelet may, and of secrets, config maps and accounts those that Pods on its node use.
 * Models plugin/pkg/auth/authorizer/node/node_authorizer.go.
 */
export function nodeOpinion(user: User, attributes: Attributes, cache: WatchCache): NodeOpinion {
	const node = nodeOf(user);
	if (node === undefined) return undefined;
	const { path, group, resource } = attributes;
	if (path === undefined) {
		switch (`${group}/${resource}`) {
			case '/secrets':
			case '/configmaps':
				return ofReadObject(node, attributes, cache);
			case '/persistentvolumeclaims':
				return ofClaim(node, attributes, cache);
			case '/persistentvolumes':
			case 'storage.k8s.io/volumeattachments':
				return ofGet(node, attributes, cache);
			case '/serviceaccounts':
				return ofToken(node, attributes, cache);
			case 'coordination.k8s.io/leases':
				return ofLease(node, attributes);
			case 'storage.k8s.io/csinodes':
				return ofCsiNode(node, attributes);
		}
	}
	const key = storageKey('clusterroles', undefined, 'system:node');
	const rules: readonly PolicyRule[] = (cache.get(key) as RoleObject | null)?.rules ?? [];
	return rules.some((rule) => ruleMatches(rule, attributes)) ? { allowed: true } : undefined;
}

function ofReadObject(node: string, attributes: Attributes, cache: WatchCache): NodeOpinion {
	const { verb, subresource, namespace } = attributes;
	if (!['get', 'list', 'watch'].includes(verb))
		return { why: 'can only read resources of this type' };
	if (subresource !== undefined) return { why: 'cannot read subresource' };
	if (!namespace) return { why: 'can only read namespaced object of this type' };
	return related(node, attributes, cache);
}

function ofClaim(node: string, attributes: Attributes, cache: WatchCache): NodeOpinion {
	const { verb, subresource } = attributes;
	if (subresource !== 'status') return ofGet(node, attributes, cache);
	if (verb !== 'update' && verb !== 'patch') {
		return { why: 'can only get/update/patch this type' };
	}
	return related(node, attributes, cache);
}

function ofGet(node: string, attributes: Attributes, cache: WatchCache): NodeOpinion {
	if (attributes.verb !== 'get') {
		return { why: 'can only get individual resources of this type' };
	}
	if (attributes.subresource !== undefined) return { why: 'cannot get subresource' };
	return related(node, attributes, cache);
}

function ofToken(node: string, attributes: Attributes, cache: WatchCache): NodeOpinion {
	const { verb, subresource, name } = attributes;
	if (verb === 'get' && subresource === undefined) return related(node, attributes, cache);
	if (verb !== 'create' || !name) {
		return { why: 'can only create tokens for individual service accounts' };
	}
	if (subresource !== 'token') {
		return { why: 'can only create token subresource of serviceaccount' };
	}
	return related(node, attributes, cache);
}

function ofLease(node: string, { verb, namespace, name }: Attributes): NodeOpinion {
	if (!leaseVerbs.includes(verb)) {
		return { why: 'can only get, create, update, patch, or delete a node lease' };
	}
	if (namespace !== 'kube-node-lease') {
		return { why: 'can only access leases in the "kube-node-lease" system namespace' };
	}
	if (verb !== 'create' && name !== node) {
		return { why: 'can only access node lease with the same name as the requesting node' };
	}
	return { allowed: true };
}

function ofCsiNode(node: string, { verb, subresource, name }: Attributes): NodeOpinion {
	if (!leaseVerbs.includes(verb)) {
		return { why: 'can only get, create, update, patch, or delete a CSINode' };
	}
	if (subresource !== undefined) return { why: 'cannot authorize CSINode subresources' };
	if (verb !== 'create' && name !== node) {
		return { why: 'can only access CSINode with the same name as the requesting node' };
	}
	return { allowed: true };
}

/** Whether a Pod on the node uses it. Models graph.go AddPod. */
function related(node: string, attributes: Attributes, cache: WatchCache): NodeOpinion {
	const { resource, namespace, name } = attributes;
	if (!name) return { why: 'No Object name found' };
	const wanted = `${resource}/${name}`;
	for (const pod of cache.podsOn(node) as Iterable<unknown> as Iterable<Pod>) {
		const isNear = !namespace || pod.metadata.namespace === namespace;
		if (isNear && usedBy(pod).has(wanted)) return { allowed: true };
	}
	return { why: `no relationship found between node '${node}' and this object` };
}
