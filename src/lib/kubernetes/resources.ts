import { furtherResources, olderVersions } from './further-resources.ts';
import { allVerbs, resource, type Resource } from './resource.ts';

export type { Resource } from './resource.ts';

/** The resources that the cluster's own parts work with: controllers keep a copy of these. */
export const ownResources: readonly Resource[] = [
	resource('v1', 'ConfigMap', { shortNames: ['cm'] }),
	resource('v1', 'Endpoints', { shortNames: ['ep'], plural: 'endpoints' }),
	resource('v1', 'Event', { shortNames: ['ev'] }),
	resource('v1', 'Namespace', {
		shortNames: ['ns'],
		clusterWide: true,
		subresources: ['finalize', 'status'],
		// They are only deleted one by one.
		verbs: allVerbs.filter((verb) => verb !== 'deletecollection')
	}),
	resource('v1', 'Node', {
		shortNames: ['no'],
		clusterWide: true,
		subresources: ['proxy', 'status']
	}),
	resource('v1', 'Pod', {
		shortNames: ['po'],
		inAll: true,
		subresources: [
			'attach',
			'binding',
			'ephemeralcontainers',
			'eviction',
			'exec',
			'log',
			'portforward',
			'proxy',
			'resize',
			'status'
		]
	}),
	resource('v1', 'Secret'),
	resource('v1', 'ServiceAccount', { shortNames: ['sa'], subresources: ['token'] }),
	resource('v1', 'Service', {
		shortNames: ['svc'],
		inAll: true,
		subresources: ['proxy', 'status']
	}),
	resource('apps/v1', 'Deployment', {
		shortNames: ['deploy'],
		inAll: true,
		subresources: ['scale', 'status']
	}),
	resource('apps/v1', 'ReplicaSet', {
		shortNames: ['rs'],
		inAll: true,
		subresources: ['scale', 'status']
	}),
	resource('coordination.k8s.io/v1', 'Lease'),
	resource('discovery.k8s.io/v1', 'EndpointSlice')
];

/** Every resource that exists, in its preferred version. */
export const resources: readonly Resource[] = [...ownResources, ...furtherResources];

/** Every resource in every version that is served. */
export const servedResources: readonly Resource[] = [...resources, ...olderVersions];

const byPlural = new Map(
	servedResources.map((entry) => [`${entry.apiVersion}/${entry.plural}`, entry])
);
const byKind = new Map(
	servedResources.map((entry) => [`${entry.apiVersion}/${entry.kind}`, entry])
);

/** The resource at a path, e.g. `apps/v1` and `deployments`. */
export function resourceAt(apiVersion: string, plural: string): Resource | undefined {
	return byPlural.get(`${apiVersion}/${plural}`);
}

/** The resource of a kind. */
export function resourceOfKind(apiVersion: string, kind: string): Resource | undefined {
	return byKind.get(`${apiVersion}/${kind}`);
}

/** What a person calls it: plural, singular, short name, with or without the group (`leases.coordination.k8s.io`). */
export function resourceNamed(word: string): Resource | undefined {
	const [name = '', ...group] = word.toLowerCase().split('.');
	return resources.find(
		(entry) =>
			(entry.plural === name || entry.singular === name || entry.shortNames.includes(name)) &&
			(group.length === 0 || groupOf(entry) === group.join('.'))
	);
}

/** The API group, '' for the core group. */
export function groupOf({ apiVersion }: Pick<Resource, 'apiVersion'>): string {
	return apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
}

/** The resource as errors name it, e.g. `pods` or `leases.coordination.k8s.io`. */
export function qualifiedPlural(entry: Resource): string {
	const group = groupOf(entry);
	return group === '' ? entry.plural : `${entry.plural}.${group}`;
}

/** Where its objects are, e.g. `/api/v1/namespaces/default/pods`. */
export function collectionPath(entry: Resource, namespace?: string): string {
	const root = entry.apiVersion.includes('/') ? '/apis' : '/api';
	const scope = entry.namespaced && namespace !== undefined ? `/namespaces/${namespace}` : '';
	return `${root}/${entry.apiVersion}${scope}/${entry.plural}`;
}

/** A resource as errors name it. */
export function resourceName(entry: Resource): {
	readonly group: string;
	readonly resource: string;
} {
	return { group: groupOf(entry), resource: entry.custom?.plural ?? entry.plural };
}
