import type { User } from './authentication.ts';
import type { Route } from './route.ts';

interface Rule {
	readonly groups: readonly string[];
	/** `pods`, `pods/status`, `*`. */
	readonly resources: readonly string[];
	readonly verbs: readonly string[];
}

const read = ['get', 'list', 'watch'];
const events: Rule = {
	groups: ['', 'events.k8s.io'],
	resources: ['events'],
	verbs: ['create', 'patch', 'update']
};

/** The part of the bootstrap ClusterRoles that today's components use (plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go). */
const rulesByUser: Readonly<Record<string, readonly Rule[]>> = {
	'system:kube-scheduler': [
		events,
		{ groups: [''], resources: ['nodes'], verbs: read },
		{ groups: [''], resources: ['pods'], verbs: [...read, 'delete'] },
		{ groups: [''], resources: ['bindings', 'pods/binding'], verbs: ['create'] },
		{ groups: [''], resources: ['pods/status'], verbs: ['patch', 'update'] },
		{ groups: [''], resources: ['namespaces'], verbs: read },
		{ groups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update'] }
	],
	'system:kube-controller-manager': [
		events,
		{ groups: ['*'], resources: ['*'], verbs: read },
		{
			groups: [''],
			resources: ['serviceaccounts', 'configmaps', 'secrets'],
			verbs: ['create', 'update', 'delete']
		},
		{
			groups: [''],
			resources: ['pods', 'namespaces', 'nodes'],
			verbs: ['delete', 'update', 'patch']
		},
		{ groups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update'] }
	]
};

/** What the Node authorizer lets every kubelet do (plugin/pkg/auth/authorizer/node/node_authorizer.go, NodeRules). */
const nodeRules: readonly Rule[] = [
	events,
	{ groups: [''], resources: ['nodes'], verbs: ['create', ...read, 'update', 'patch'] },
	{ groups: [''], resources: ['nodes/status'], verbs: ['update', 'patch'] },
	{ groups: [''], resources: ['pods'], verbs: [...read, 'create', 'delete'] },
	{ groups: [''], resources: ['pods/status'], verbs: ['update', 'patch'] },
	{ groups: [''], resources: ['configmaps', 'secrets', 'services'], verbs: read },
	{ groups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
	{
		groups: ['coordination.k8s.io'],
		resources: ['leases'],
		verbs: ['create', 'get', 'update', 'patch', 'delete']
	},
	{ groups: ['node.k8s.io'], resources: ['runtimeclasses'], verbs: read },
	{ groups: ['storage.k8s.io'], resources: ['csidrivers', 'csinodes'], verbs: read }
];

/** `by` says which authorizer let it pass; a refusal says why, in RBAC's words. */
export type Verdict =
	| { readonly allowed: true; readonly by: 'system:masters' | 'Node' | 'RBAC' }
	| { readonly allowed: false; readonly why: string };

/** May this user do that? Models kube-apiserver's order `--authorization-mode=Node,RBAC`. */
export function authorize(user: User, route: Route): Verdict {
	if (user.groups.includes('system:masters')) return { allowed: true, by: 'system:masters' };
	if (user.groups.includes('system:nodes') && permits(nodeRules, route)) {
		return { allowed: true, by: 'Node' };
	}
	if (permits(rulesByUser[user.name] ?? [], route)) return { allowed: true, by: 'RBAC' };
	return { allowed: false, why: refusal(user, route) };
}

function permits(rules: readonly Rule[], route: Route): boolean {
	const resource =
		route.subresource === undefined ? route.resource : `${route.resource}/${route.subresource}`;
	return rules.some(
		(rule) =>
			includes(rule.groups, route.group) &&
			includes(rule.resources, resource) &&
			includes(rule.verbs, route.verb)
	);
}

function includes(list: readonly string[], value: string): boolean {
	return list.includes(value) || list.includes('*');
}

/** apiserver/pkg/endpoints/handlers/responsewriters/errors.go forbiddenMessage. */
function refusal(user: User, route: Route): string {
	const resource =
		route.subresource === undefined ? route.resource : `${route.resource}/${route.subresource}`;
	const scope =
		route.namespace === undefined
			? 'at the cluster scope'
			: `in the namespace ${JSON.stringify(route.namespace)}`;
	return `User ${JSON.stringify(user.name)} cannot ${route.verb} resource ${JSON.stringify(resource)} in API group ${JSON.stringify(route.group)} ${scope}`;
}
