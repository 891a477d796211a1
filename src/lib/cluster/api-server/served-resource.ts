import { resourceAt, type Resource } from '#lib/kubernetes/resources.ts';
import type { Route } from './route.ts';

/**
 * The resource that a path is about. Events have two doors, `/api/v1` and `/apis/events.k8s.io/v1`, and one store; a body
 * from the second is read as the first (see decoding).
 */
export function servedResource({ group, version, resource }: Route): Resource | undefined {
	if (group === 'events.k8s.io') return resourceAt('v1', resource);
	return resourceAt(group === '' ? version : `${group}/${version}`, resource);
}
