/** One rule of a ClusterRole. */
export interface Rule {
	readonly groups: readonly string[];
	/** `pods`, `pods/status`, `*`. */
	readonly resources: readonly string[];
	readonly verbs: readonly string[];
}

const read = ['get', 'list', 'watch'];
const follow = ['list', 'watch'];
const leases: Rule = {
	groups: ['coordination.k8s.io'],
	resources: ['leases'],
	verbs: ['create', 'get', 'update']
};
const events: Rule = {
	groups: ['', 'events.k8s.io'],
	resources: ['events'],
	verbs: ['create', 'patch', 'update']
};

/**
 * What each controller may do, by the ServiceAccount that it works as
 * (plugin/pkg/auth/authorizer/rbac/bootstrappolicy/controller_policy.go).
 */
const controllerRules: Readonly<Record<string, readonly Rule[]>> = {
	'deployment-controller': [
		events,
		{ groups: ['apps'], resources: ['deployments'], verbs: [...read, 'update'] },
		{
			groups: ['apps'],
			resources: ['deployments/status', 'deployments/finalizers'],
			verbs: ['update']
		},
		{
			groups: ['apps'],
			resources: ['replicasets'],
			verbs: [...read, 'create', 'delete', 'patch', 'update']
		},
		{ groups: [''], resources: ['pods'], verbs: [...read, 'update'] }
	],
	'replicaset-controller': [
		events,
		{ groups: ['apps'], resources: ['replicasets'], verbs: [...read, 'update'] },
		{
			groups: ['apps'],
			resources: ['replicasets/status', 'replicasets/finalizers'],
			verbs: ['update']
		},
		{ groups: [''], resources: ['pods'], verbs: [...follow, 'create', 'delete', 'patch'] }
	],
	'endpoint-controller': [
		events,
		{ groups: [''], resources: ['pods', 'services'], verbs: read },
		{ groups: [''], resources: ['endpoints'], verbs: [...read, 'create', 'delete', 'update'] },
		{ groups: [''], resources: ['endpoints/restricted'], verbs: ['create'] }
	],
	'endpointslice-controller': [
		events,
		{ groups: [''], resources: ['nodes', 'pods', 'services'], verbs: read },
		{ groups: [''], resources: ['services/finalizers'], verbs: ['update'] },
		{
			groups: ['discovery.k8s.io'],
			resources: ['endpointslices'],
			verbs: [...read, 'create', 'delete', 'update']
		}
	],
	'generic-garbage-collector': [
		events,
		{ groups: ['*'], resources: ['*'], verbs: [...read, 'delete', 'patch', 'update'] }
	],
	'namespace-controller': [
		{ groups: [''], resources: ['namespaces'], verbs: [...read, 'delete'] },
		{ groups: [''], resources: ['namespaces/finalize', 'namespaces/status'], verbs: ['update'] },
		{ groups: ['*'], resources: ['*'], verbs: [...read, 'delete', 'deletecollection'] }
	],
	'service-account-controller': [
		events,
		{ groups: [''], resources: ['serviceaccounts'], verbs: ['create'] }
	],
	'root-ca-cert-publisher': [
		events,
		{ groups: [''], resources: ['configmaps'], verbs: ['create', 'update'] }
	],
	'kube-proxy': [
		events,
		{ groups: [''], resources: ['endpoints', 'services'], verbs: follow },
		{ groups: [''], resources: ['nodes'], verbs: read },
		{ groups: ['networking.k8s.io'], resources: ['servicecidrs'], verbs: follow },
		{ groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: follow }
	],
	coredns: [
		{ groups: [''], resources: ['endpoints', 'services', 'pods', 'namespaces'], verbs: follow },
		{ groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: follow }
	]
};

/** The part of the bootstrap ClusterRoles that the components use, by user (bootstrappolicy/policy.go). */
const componentRules: Readonly<Record<string, readonly Rule[]>> = {
	'system:kube-scheduler': [
		events,
		{ groups: [''], resources: ['nodes'], verbs: read },
		{ groups: [''], resources: ['pods'], verbs: [...read, 'delete'] },
		{ groups: [''], resources: ['bindings', 'pods/binding'], verbs: ['create'] },
		{ groups: [''], resources: ['pods/status'], verbs: ['patch', 'update'] },
		{ groups: [''], resources: ['namespaces'], verbs: read },
		leases
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
		leases
	],
	'system:kube-proxy': controllerRules['kube-proxy']!
};

/** What the Node authorizer lets every kubelet do (plugin/pkg/auth/authorizer/node/node_authorizer.go, NodeRules). */
export const nodeRules: readonly Rule[] = [
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

const systemAccount = 'system:serviceaccount:kube-system:';

/** What RBAC grants a user; nothing to one that no role is bound to. */
export function rulesOf(user: string): readonly Rule[] {
	if (!user.startsWith(systemAccount)) return componentRules[user] ?? [];
	return controllerRules[user.slice(systemAccount.length)] ?? [];
}
