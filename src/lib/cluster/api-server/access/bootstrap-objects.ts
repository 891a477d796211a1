import type { KubeObject } from '#lib/kubernetes/object.ts';
import { clusterRoleText } from './bootstrap-cluster-roles.ts';
import { controllerRoleText } from './bootstrap-controller-roles.ts';
import type { PolicyRule } from './policy-rule.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const apiVersion = `${apiGroup}/v1`;
const aggregateTo = `${apiGroup}/aggregate-to-`;
const controllerPrefix = 'system:controller:';

/** Bound to whom: `u:` users, `g:` groups, `s:` ServiceAccounts of kube-system. CoreDNS' are kubeadm's. */
const bindings: readonly (readonly [role: string, ...subjects: string[]])[] = [
	['cluster-admin', 'g:system:masters'],
	['system:basic-user', 'g:system:authenticated'],
	['system:coredns', 's:coredns'],
	['system:discovery', 'g:system:authenticated'],
	['system:kube-controller-manager', 'u:system:kube-controller-manager'],
	['system:kube-dns', 's:kube-dns'],
	['system:kube-scheduler', 'u:system:kube-scheduler'],
	['system:monitoring', 'g:system:monitoring'],
	['system:node'],
	['system:node-proxier', 'u:system:kube-proxy'],
	['system:public-info-viewer', 'g:system:authenticated', 'g:system:unauthenticated'],
	['system:service-account-issuer-discovery', 'g:system:serviceaccounts'],
	['system:volume-scheduler', 'u:system:kube-scheduler']
];

const coreDnsRole = `
system:coredns
	list,watch||endpoints,services,pods,namespaces
	list,watch|discovery.k8s.io|endpointslices`;

const namespacedRoles: Readonly<Record<string, string>> = {
	'kube-public': `
system:controller:bootstrap-signer
	get,list,watch||configmaps
	update||configmaps|cluster-info
	create,patch,update|,events.k8s.io|events`,
	'kube-system': `
extension-apiserver-authentication-reader
	get,list,watch||configmaps|extension-apiserver-authentication
system::leader-locking-kube-controller-manager
	create,get,list,update,watch|coordination.k8s.io|leases
	create,get,list,update,watch|coordination.k8s.io|leasecandidates
system::leader-locking-kube-scheduler
	create,get,list,update,watch|coordination.k8s.io|leases
	create,get,list,update,watch|coordination.k8s.io|leasecandidates
system:controller:bootstrap-signer
	get,list,watch||secrets
system:controller:cloud-provider
	create,get,list,watch||configmaps
system:controller:token-cleaner
	delete,get,list,watch||secrets
	create,patch,update|,events.k8s.io|events`
};

const namespacedBindings: Readonly<Record<string, readonly string[]>> = {
	'extension-apiserver-authentication-reader': [
		'u:system:kube-controller-manager',
		'u:system:kube-scheduler'
	],
	'system::leader-locking-kube-controller-manager': [
		'u:system:kube-controller-manager',
		's:kube-controller-manager'
	],
	'system::leader-locking-kube-scheduler': ['u:system:kube-scheduler', 's:kube-scheduler'],
	'system:controller:bootstrap-signer': ['s:bootstrap-signer'],
	'system:controller:cloud-provider': ['s:cloud-provider'],
	'system:controller:token-cleaner': ['s:token-cleaner']
};

interface Role extends KubeObject {
	readonly rules: readonly PolicyRule[];
}

/**
 * The roles and bindings that the API server makes when it starts, without what a cluster gives them (uid, times).
 * Models plugin/pkg/auth/authorizer/rbac/bootstrappolicy and pkg/registry/rbac/rest/storage_rbac.go.
 */
export function bootstrapObjects(): readonly KubeObject[] {
	const roles = rolesIn(`${clusterRoleText}${coreDnsRole}\n${controllerRoleText}`, 'ClusterRole');
	const controllers = roles
		.map(({ metadata }) => metadata.name!)
		.filter((name) => name.startsWith(controllerPrefix));
	const namespaced = Object.entries(namespacedRoles).flatMap(([namespace, text]) =>
		rolesIn(text, 'Role', namespace).flatMap((role) => {
			const name = role.metadata.name!;
			const bound = binding(name, namespacedBindings[name] ?? [], namespace);
			return [role, name.startsWith('ext') ? renamed(bound, `system::${name}`) : bound];
		})
	);
	return [
		...withAggregated(roles),
		...bindings.map(([name, ...subjects]) => binding(name, subjects)),
		...controllers.map((name) => binding(name, [`s:${name.slice(controllerPrefix.length)}`])),
		...namespaced
	];
}

function rolesIn(text: string, kind: string, namespace?: string): Role[] {
	const roles: { header: string; rules: PolicyRule[] }[] = [];
	for (const line of text.split('\n')) {
		if (line.startsWith('\t')) roles.at(-1)!.rules.push(ruleOf(line.slice(1)));
		else if (line !== '') roles.push({ header: line, rules: [] });
	}
	return roles.map(({ header, rules }) => {
		const name = header.split(' ')[0]!;
		const to = / to (\S+)/.exec(header)?.[1]?.split(',') ?? [];
		const of = / of (\S+)/.exec(header)?.[1];
		const labels = Object.fromEntries(to.map((role) => [aggregateTo + role, 'true']));
		return {
			kind,
			apiVersion,
			metadata: metadataOf(name, namespace, labels),
			...(of && {
				aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [aggregateTo + of]: 'true' } }] }
			}),
			rules
		};
	});
}

function ruleOf(line: string): PolicyRule {
	const [verbs = [], second = [], resources, resourceNames] = line
		.split('|')
		.map((part) => part.split(','));
	if (resources === undefined) return { verbs, nonResourceURLs: second };
	return { verbs, apiGroups: second, resources, ...(resourceNames && { resourceNames }) };
}

function metadataOf(
	name: string,
	namespace: string | undefined,
	labels: Readonly<Record<string, string>>
): KubeObject['metadata'] {
	return {
		name,
		...(namespace !== undefined && { namespace }),
		annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
		labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults', ...labels }
	};
}

function binding(name: string, subjects: readonly string[], namespace?: string): KubeObject {
	const isCluster = namespace === undefined;
	return {
		kind: isCluster ? 'ClusterRoleBinding' : 'RoleBinding',
		apiVersion,
		metadata: metadataOf(name, namespace, {}),
		roleRef: { apiGroup, kind: isCluster ? 'ClusterRole' : 'Role', name },
		...(subjects.length > 0 && { subjects: subjects.map(subjectOf) })
	};
}

function renamed(object: KubeObject, name: string): KubeObject {
	return { ...object, metadata: { ...object.metadata, name } };
}

function subjectOf(text: string): object {
	const name = text.slice(2);
	if (text.startsWith('s:')) return { kind: 'ServiceAccount', name, namespace: 'kube-system' };
	return { apiGroup, kind: text.startsWith('u:') ? 'User' : 'Group', name };
}

/** What the controller of aggregation makes of them: the rules of all that a role is made of, each once. */
function withAggregated(roles: readonly Role[]): readonly Role[] {
	const byName = [...roles].sort((a, b) => (a.metadata.name! < b.metadata.name! ? -1 : 1));
	const filled = new Map<Role, Role>();
	const fill = (role: Role): Role => {
		const known = filled.get(role);
		if (known !== undefined) return known;
		const [own] = Object.keys(selectorOf(role));
		const parts = own === undefined ? [] : byName.filter((one) => one.metadata.labels?.[own]);
		const rules = new Map(
			parts
				.filter((part) => part !== role)
				.flatMap((part) => fill(part).rules)
				.map((rule) => [JSON.stringify(rule), rule])
		);
		const result = own === undefined ? role : { ...role, rules: [...rules.values()] };
		filled.set(role, result);
		return result;
	};
	return roles.map(fill);
}

function selectorOf(role: Role): Readonly<Record<string, string>> {
	const rule = role['aggregationRule'] as
		{ clusterRoleSelectors: readonly { matchLabels: Record<string, string> }[] } | undefined;
	return rule?.clusterRoleSelectors[0]?.matchLabels ?? {};
}
