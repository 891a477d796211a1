import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { groupOf } from '#lib/kubernetes/resources.ts';
import { forbidden, notFound } from '#lib/kubernetes/status.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { authorize } from '../authorization.ts';
import type { RequestContext } from '../operation.ts';
import type { PolicyRule } from './policy-rule.ts';
import { aggregate } from './rbac-authorizer.ts';
import type { BindingObject, RoleObject } from './role-objects.ts';
import { referencedRules, rulesFor } from './rule-resolver.ts';
import { listText, ruleText, uncovered } from './rule-coverage.ts';

const fullAuthority: readonly PolicyRule[] = [
	{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
	{ verbs: ['*'], nonResourceURLs: ['*'] }
];

/**
 * Why nobody may hand out rights that they don't have themselves: undefined when a role or a binding gives no more than its
 * writer has. Models pkg/registry/rbac/{role,clusterrole,rolebinding,clusterrolebinding}/policybased/storage.go.
 */
export function escalation(
	object: KubeObject,
	current: KubeObject | null,
	context: RequestContext
): Status | undefined {
	if (groupOf(context.resource) !== 'rbac.authorization.k8s.io') return undefined;
	if (context.user.groups.includes('system:masters')) return undefined;
	if (current !== null && onlyLetsGo(object, current)) return undefined;
	switch (object.kind) {
		case 'Role':
		case 'ClusterRole':
			return ofRole(object as RoleObject, current, context);
		default:
			return ofBinding(object as BindingObject, context);
	}
}

/** Models IsOnlyMutatingGCFields: whoever only takes off owners and finalizers grants nothing. */
function onlyLetsGo(object: KubeObject, current: KubeObject): boolean {
	const { ownerReferences: _owners, finalizers: _finalizers, ...metadata } = object.metadata;
	const { ownerReferences: _o, finalizers: _f, ...before } = current.metadata;
	return isDeepEqual({ ...object, metadata }, { ...current, metadata: before });
}

function ofRole(
	role: RoleObject,
	current: KubeObject | null,
	context: RequestContext
): Status | undefined {
	const { user, route, access } = context;
	const { group, resource, namespace, name } = route;
	const attributes = { verb: 'escalate', group, resource, namespace, name };
	if (authorize(user, attributes, access).allowed) return undefined;
	const why = beyondOwn(role.rules ?? [], context);
	if (why !== undefined) return refused(role, why, context);
	if (!isAggregated(role) && !(current !== null && isAggregated(current))) return undefined;
	if (beyondOwn(fullAuthority, context) === undefined) return undefined;
	const must = 'must have cluster-admin privileges to use the aggregationRule';
	return refused(role, must, context);
}

function isAggregated(role: KubeObject): boolean {
	const rule = role['aggregationRule'] as { clusterRoleSelectors?: readonly unknown[] } | undefined;
	return (rule?.clusterRoleSelectors ?? []).length > 0;
}

function ofBinding(binding: BindingObject, context: RequestContext): Status | undefined {
	const { user, route, access, cache } = context;
	const { namespace } = route;
	const { kind, name, apiGroup: group } = binding.roleRef;
	if (kind === 'Role' || kind === 'ClusterRole') {
		const resource = kind === 'Role' ? 'roles' : 'clusterroles';
		const attributes = { verb: 'bind', group, resource, namespace, name };
		if (authorize(user, attributes, access).allowed) return undefined;
	}
	const rules = referencedRules(binding.roleRef, namespace, cache);
	// Upstream names the resource of the request where the role's should be.
	if ('error' in rules) return notFound({ group: route.group, resource: route.resource }, name);
	const why = beyondOwn(rules.rules, context);
	return why === undefined ? undefined : refused(binding, why, context);
}

function refused({ metadata }: KubeObject, why: string, { route }: RequestContext): Status {
	const { group, resource } = route;
	return forbidden({ group, resource }, metadata.name ?? '', why);
}

/** Models pkg/registry/rbac/validation/rule.go ConfirmNoEscalation. */
function beyondOwn(rules: readonly PolicyRule[], context: RequestContext): string | undefined {
	const { user, route, cache } = context;
	const own: PolicyRule[] = [];
	const errors: string[] = [];
	for (const one of rulesFor(user, route.namespace, cache)) {
		if ('error' in one) errors.push(one.error);
		else own.push(one.rule);
	}
	const missing = uncovered(own, rules);
	if (missing.length === 0) return undefined;
	const texts = [...new Set(missing.map(ruleText))].sort();
	const who = `user ${JSON.stringify(user.name)} (groups=${listText(user.groups)})`;
	const unresolved = errors.length === 0 ? '' : `; resolution errors: [${aggregate(errors)}]`;
	return `${who} is attempting to grant RBAC permissions not currently held:\n${texts.join('\n')}${unresolved}`;
}
