import {
	groupOf,
	type Resource,
	resourceName,
	servedResources
} from '#lib/kubernetes/resources.ts';
import type { CustomResources } from './custom-resources.ts';
import { verbsOfSubresource } from './served-methods.ts';

/** Groups in the order of discovery (1.35, a fresh cluster). */
const groups = [
	'apiregistration.k8s.io',
	'apps',
	'events.k8s.io',
	'authentication.k8s.io',
	'authorization.k8s.io',
	'autoscaling',
	'batch',
	'certificates.k8s.io',
	'networking.k8s.io',
	'policy',
	'rbac.authorization.k8s.io',
	'storage.k8s.io',
	'admissionregistration.k8s.io',
	'apiextensions.k8s.io',
	'scheduling.k8s.io',
	'coordination.k8s.io',
	'node.k8s.io',
	'discovery.k8s.io',
	'flowcontrol.apiserver.k8s.io'
];

/** Whether the server has anything of that group. */
export function isServedGroup(group: string): boolean {
	return group === '' || groups.includes(group);
}

/** What discovery says at a path: which groups, versions and resources there are; undefined elsewhere. */
export function discoveryAt(path: string, custom?: CustomResources): object | undefined {
	const served = custom ? [...servedResources, ...shown(custom)] : servedResources;
	const known = custom ? [...groups, ...ownGroups(custom)] : groups;
	const parts = path.split('/').filter((part) => part !== '');
	const [root, group, version] = parts;
	if (root === 'api') {
		if (parts.length === 1) return coreVersions;
		return parts.length === 2 && group === 'v1' ? resourceList('v1', served) : undefined;
	}
	if (root !== 'apis' || parts.length > 3) return undefined;
	if (group === undefined) {
		return {
			kind: 'APIGroupList',
			apiVersion: 'v1',
			groups: known.map((name) => groupFacts(name, served))
		};
	}
	if (!known.includes(group)) return undefined;
	if (version === undefined) {
		return { kind: 'APIGroup', apiVersion: 'v1', ...groupFacts(group, served) };
	}
	return resourceList(`${group}/${version}`, served);
}

const coreVersions = {
	kind: 'APIVersions',
	versions: ['v1'],
	serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:6443' }]
};

function groupFacts(name: string, all: readonly Resource[]): object {
	const served = all.filter((one) => groupOf(one) === name);
	const versions = [...new Set(served.map(({ apiVersion }) => apiVersion))].map((groupVersion) => ({
		groupVersion,
		version: groupVersion.slice(name.length + 1)
	}));
	return { name, versions, preferredVersion: versions[0] };
}

function resourceList(groupVersion: string, all: readonly Resource[]): object | undefined {
	const served = all.filter(({ apiVersion }) => apiVersion === groupVersion);
	if (served.length === 0) return undefined;
	const sorted = [...served].sort((a, b) => (a.plural < b.plural ? -1 : 1));
	return {
		kind: 'APIResourceList',
		...(groupVersion === 'v1' ? undefined : { apiVersion: 'v1' }),
		groupVersion,
		resources: sorted.flatMap((one) => [
			resourceFacts(one),
			...one.subresources.map((name) => subresourceFacts(one, name))
		])
	};
}

/** What definitions add, once they are established. */
function shown({ all }: CustomResources): readonly Resource[] {
	return all.filter(({ custom }) => custom?.isEstablished);
}

/** The groups that only definitions have. */
function ownGroups(custom: CustomResources): readonly string[] {
	const named = new Set(shown(custom).map(groupOf));
	return [...named].filter((group) => !groups.includes(group)).sort();
}

/** Verbs of a custom resource, in the order of crdHandler's discovery. */
const customVerbs = [
	'delete',
	'deletecollection',
	'get',
	'list',
	'patch',
	'create',
	'update',
	'watch'
];

function resourceFacts(resource: Resource): object {
	const { singular, namespaced, kind, verbs, shortNames, inAll, isExtension } = resource;
	const { custom } = resource;
	const categories =
		custom?.categories ?? (inAll ? ['all'] : isExtension ? ['api-extensions'] : []);
	return {
		name: resourceName(resource).resource,
		singularName: singular,
		namespaced,
		kind,
		verbs: custom ? customVerbs : verbs,
		...(shortNames.length > 0 && { shortNames }),
		...(categories.length > 0 && { categories })
	};
}

/** Kinds of other groups that a subresource takes or gives. */
const foreignKinds: Readonly<Record<string, object>> = {
	eviction: { group: 'policy', version: 'v1', kind: 'Eviction' },
	scale: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
	token: { group: 'authentication.k8s.io', version: 'v1', kind: 'TokenRequest' },
	binding: { kind: 'Binding' },
	attach: { kind: 'PodAttachOptions' },
	exec: { kind: 'PodExecOptions' },
	portforward: { kind: 'PodPortForwardOptions' }
};

function subresourceFacts(resource: Resource, name: string): object {
	const { kind, namespaced } = resource;
	const own = name === 'proxy' ? { kind: `${kind}ProxyOptions` } : { kind };
	return {
		name: `${resourceName(resource).resource}/${name}`,
		singularName: '',
		namespaced,
		...(foreignKinds[name] ?? own),
		verbs: verbsOfSubresource(name)
	};
}

/** Every group, and what of it is served. */
export function groupVersions(
	custom: CustomResources
): readonly { readonly group: string; readonly versions: readonly string[] }[] {
	const served = [...servedResources, ...shown(custom)];
	return [...groups, 'resource.k8s.io', ...ownGroups(custom)].map((group) => {
		const versions = served.filter((one) => groupOf(one) === group).map((one) => one.apiVersion);
		return { group, versions: versions.length === 0 ? [`${group}/v1`] : [...new Set(versions)] };
	});
}
