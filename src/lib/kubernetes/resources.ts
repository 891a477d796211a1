/** What the API server says of a resource in discovery. */
export interface Resource {
	readonly kind: string;
	/** Group and version, e.g. `v1` or `apps/v1`. */
	readonly apiVersion: string;
	readonly plural: string;
	readonly singular: string;
	readonly shortNames: readonly string[];
	readonly namespaced: boolean;
	readonly subresources: readonly string[];
	/** In `kubectl get all`. */
	readonly inAll: boolean;
}

function resource(
	apiVersion: string,
	kind: string,
	facts: {
		readonly shortNames?: readonly string[];
		readonly clusterWide?: boolean;
		readonly subresources?: readonly string[];
		readonly inAll?: boolean;
		/** When it isn't the singular with an s. */
		readonly plural?: string;
	} = {}
): Resource {
	const singular = kind.toLowerCase();
	return {
		kind,
		apiVersion,
		plural: facts.plural ?? `${singular}s`,
		singular,
		shortNames: facts.shortNames ?? [],
		namespaced: !facts.clusterWide,
		subresources: facts.subresources ?? [],
		inAll: facts.inAll ?? false
	};
}

/** Every resource that exists, in the order of discovery. */
export const resources: readonly Resource[] = [
	resource('v1', 'ConfigMap', { shortNames: ['cm'] }),
	resource('v1', 'Endpoints', { shortNames: ['ep'], plural: 'endpoints' }),
	resource('v1', 'Event', { shortNames: ['ev'] }),
	resource('v1', 'Namespace', {
		shortNames: ['ns'],
		clusterWide: true,
		subresources: ['finalize', 'status']
	}),
	resource('v1', 'Node', { shortNames: ['no'], clusterWide: true, subresources: ['status'] }),
	resource('v1', 'Pod', {
		shortNames: ['po'],
		inAll: true,
		subresources: ['binding', 'ephemeralcontainers', 'eviction', 'exec', 'log', 'resize', 'status']
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

const byPlural = new Map(resources.map((entry) => [`${entry.apiVersion}/${entry.plural}`, entry]));
const byKind = new Map(resources.map((entry) => [`${entry.apiVersion}/${entry.kind}`, entry]));

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
