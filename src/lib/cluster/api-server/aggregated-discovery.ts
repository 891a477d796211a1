import type { CustomResources } from './custom-resources.ts';
import { discoveryAt } from './discovery.ts';

interface GroupVersion {
	readonly groupVersion: string;
	readonly version: string;
}

interface Discovered {
	readonly name: string;
	readonly singularName: string;
	readonly namespaced: boolean;
	readonly group?: string;
	readonly version?: string;
	readonly kind: string;
	readonly verbs: readonly string[];
	readonly shortNames?: readonly string[];
	readonly categories?: readonly string[];
}

/**
 * All of discovery in one answer: what `/api` or `/apis` says, with every group's resources in it
 * (`apidiscovery.k8s.io/v2` APIGroupDiscoveryList). Undefined for what is neither.
 *
 * Models apiserver/pkg/endpoints/discovery/aggregated and pkg/endpoints/installer.go ConvertGroupVersionIntoToDiscovery.
 */
export function aggregatedDiscovery(body: object, custom?: CustomResources): object | undefined {
	const { kind, groups = [] } = body as {
		kind?: string;
		groups?: readonly { readonly name: string; readonly versions: readonly GroupVersion[] }[];
	};
	const items =
		kind === 'APIVersions'
			? [{ metadata: {}, versions: [versionFacts('/api/v1', 'v1', custom)] }]
			: kind === 'APIGroupList'
				? groups.map(({ name, versions }) => ({
						metadata: { name },
						versions: versions.map(({ groupVersion, version }) =>
							versionFacts(`/apis/${groupVersion}`, version, custom)
						)
					}))
				: undefined;
	if (items === undefined) return undefined;
	return {
		kind: 'APIGroupDiscoveryList',
		apiVersion: 'apidiscovery.k8s.io/v2',
		metadata: {},
		items
	};
}

function versionFacts(path: string, version: string, custom: CustomResources | undefined): object {
	const { groupVersion = '', resources = [] } = (discoveryAt(path, custom) ?? {}) as {
		groupVersion?: string;
		resources?: readonly Discovered[];
	};
	const group = groupVersion.includes('/') ? groupVersion.split('/')[0]! : '';
	const kindOf = (one: Discovered): object => ({
		group: one.group ?? (one.version === undefined ? group : ''),
		version: one.version ?? version,
		kind: one.kind
	});
	const scopeOf = (one: Discovered): string => (one.namespaced ? 'Namespaced' : 'Cluster');
	const below = (name: string): readonly object[] =>
		resources
			.filter((one) => one.name.startsWith(`${name}/`))
			.map((one) => ({
				subresource: one.name.slice(name.length + 1),
				responseKind: kindOf(one),
				verbs: one.verbs
			}));
	return {
		version,
		resources: resources
			.filter(({ name }) => !name.includes('/'))
			.map((one) => {
				const subresources = below(one.name);
				return {
					resource: one.name,
					responseKind: kindOf(one),
					scope: scopeOf(one),
					singularResource: one.singularName,
					verbs: one.verbs,
					...(one.shortNames && { shortNames: one.shortNames }),
					...(one.categories && { categories: one.categories }),
					...(subresources.length > 0 && { subresources })
				};
			}),
		freshness: 'Current'
	};
}
