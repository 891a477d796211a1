import { groupOf } from '#lib/kubernetes/resources.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { forbidden, notFound } from '#lib/kubernetes/status.ts';
import { refusedName } from './refused-name.ts';
import type { RequestContext } from '../operation.ts';
import { storageKey } from '../storage-key.ts';

/**
 * Nothing is created in a namespace that isn't there or is being deleted.
 * Models apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go Admit.
 */
export function admitNamespaceLifecycle(
	object: KubeObject,
	{ route, resource, cache }: RequestContext
): KubeObject | Status {
	if (route.verb !== 'create' || route.namespace === undefined) return object;
	const namespace = cache.get(storageKey('namespaces', undefined, route.namespace));
	if (namespace === null) return notFound({ group: '', resource: 'namespaces' }, route.namespace);
	if (namespace.metadata.deletionTimestamp === undefined) return object;
	const refusal = forbidden(
		{ group: groupOf(resource), resource: route.resource },
		refusedName(object),
		`unable to create new content in namespace ${route.namespace} because it is being terminated`
	);
	const cause = {
		reason: 'NamespaceTerminating',
		message: `namespace ${route.namespace} is being terminated`,
		field: 'metadata.namespace'
	};
	return { ...refusal, details: { ...refusal.details, causes: [cause] } };
}
