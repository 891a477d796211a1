import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import { resource, type Resource } from '#lib/kubernetes/resource.ts';
import { resourceOfKind } from '#lib/kubernetes/resources.ts';
import { ask, type Steps } from '../steps.ts';

/** A command names a kind that kubectl doesn't know, and the API server wasn't asked yet which there are. */
export class NotDiscovered extends Error {}

interface Discovered {
	readonly resource: string;
	readonly responseKind: { readonly kind: string };
	readonly scope: string;
	readonly singularResource: string;
	readonly shortNames?: readonly string[];
	readonly categories?: readonly string[];
	readonly verbs: readonly string[];
	readonly subresources?: readonly { readonly subresource: string }[];
}

interface Group {
	readonly metadata: { readonly name: string };
	readonly versions: readonly {
		readonly version: string;
		readonly resources?: readonly Discovered[];
	}[];
}

const request: ApiRequest = { method: 'GET', path: '/apis', asDiscovery: true };

/**
 * Asks the API server for the kinds that someone defined there, the preferred version of each first.
 *
 * Models client-go discovery/aggregated_discovery.go SplitGroupsAndResources.
 *
 * @returns none when the server doesn't tell
 */
export function* discoverCustomResources(): Steps<readonly Resource[]> {
	const { code, body } = yield* ask(request);
	if (code !== 200) return [];
	const { items = [] } = body as unknown as { readonly items?: readonly Group[] };
	return items.flatMap(({ metadata, versions }) =>
		versions.flatMap(({ version, resources = [] }) =>
			resources
				.map((one) => resourceFrom(`${metadata.name}/${version}`, one))
				.filter(({ apiVersion, kind }) => resourceOfKind(apiVersion, kind) === undefined)
		)
	);
}

function resourceFrom(apiVersion: string, found: Discovered): Resource {
	const { shortNames = [], categories = [], subresources = [] } = found;
	const made = resource(apiVersion, found.responseKind.kind, {
		shortNames,
		plural: found.resource,
		clusterWide: found.scope !== 'Namespaced',
		inAll: categories.includes('all'),
		subresources: subresources.map((one) => one.subresource),
		verbs: found.verbs
	});
	return { ...made, singular: found.singularResource };
}
