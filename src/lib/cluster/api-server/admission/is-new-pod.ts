import type { RequestContext } from '../operation.ts';

/** Plugins that only care for new Pods ask this first. */
export function isNewPod({ route }: RequestContext): boolean {
	return route.verb === 'create' && route.resource === 'pods' && route.subresource === undefined;
}
