import type { CustomKind } from './custom-kind.ts';

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
	/** In the category `api-extensions`: it changes what the API is. */
	readonly isExtension: boolean;
	/** What discovery says that can be done with it. */
	readonly verbs: readonly string[];
	/** Of a kind that someone defined: what it is like. Its `plural` is then with its group, as no other's is. */
	readonly custom?: CustomKind;
}

export const allVerbs = [
	'create',
	'delete',
	'deletecollection',
	'get',
	'list',
	'patch',
	'update',
	'watch'
];

/** An entry of the list: the singular is the kind in small letters. */
export function resource(
	apiVersion: string,
	kind: string,
	facts: {
		readonly shortNames?: readonly string[];
		readonly clusterWide?: boolean;
		readonly subresources?: readonly string[];
		readonly inAll?: boolean;
		readonly isExtension?: boolean;
		readonly verbs?: readonly string[];
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
		inAll: facts.inAll ?? false,
		isExtension: facts.isExtension ?? false,
		verbs: facts.verbs ?? allVerbs
	};
}
