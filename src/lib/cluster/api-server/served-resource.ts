import { resourceAt, type Resource } from '#lib/kubernetes/resources.ts';
import { kindRulesAt } from '#lib/kubernetes/kinds/known-kinds.ts';
import type { OtherVersion } from '#lib/kubernetes/kinds/kind-rules.ts';
import type { KubeObject } from '#lib/kubernetes/object.ts';
import { eventsV1 } from './events-v1.ts';
import type { Route } from './route.ts';

/**
 * The resource that a path is about. Events have two doors, `/api/v1` and `/apis/events.k8s.io/v1`, and one store; a body
 * from the second is read as the first (see decoding).
 */
export function servedResource({
	group,
	version,
	resource
}: Pick<Route, 'group' | 'version' | 'resource'>): Resource | undefined {
	if (group === 'events.k8s.io') return resourceAt('v1', resource);
	const served = resourceAt(group === '' ? version : `${group}/${version}`, resource);
	const kept = otherVersionAt({ group, version, resource });
	return kept === undefined ? served : resourceAt(kindRulesAt(resource)!.apiVersion, resource);
}

/** How the objects at a path are turned into what is kept, when it is of another version than that. */
export function otherVersionAt({
	group,
	version,
	resource
}: Pick<Route, 'group' | 'version' | 'resource'>): OtherVersion | undefined {
	if (group === 'events.k8s.io') return eventsV1;
	const apiVersion = group === '' ? version : `${group}/${version}`;
	return kindRulesAt(resource)?.otherVersions?.find((other) => other.apiVersion === apiVersion);
}

/** What a list or an object looks like at a path. */
export function asServed(object: KubeObject, route: Route): KubeObject {
	const other = otherVersionAt(route);
	if (other === undefined || object.kind === 'Status' || object.kind === 'Table') return object;
	const items = object['items'] as readonly KubeObject[] | undefined;
	if (items === undefined) return other.fromStored(object);
	return {
		...object,
		apiVersion: other.apiVersion,
		items: items.map((item) => other.fromStored(item))
	};
}
