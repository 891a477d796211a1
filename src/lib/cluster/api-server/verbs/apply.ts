import { reread } from '#lib/kubernetes/managed-fields/managed-fields-entry.ts';
import { noManagers } from '#lib/kubernetes/managed-fields/manager.ts';
import type { Status } from '#lib/kubernetes/object.ts';
import { groupOf } from '#lib/kubernetes/resources.ts';
import { conflict, isStatus, notFound } from '#lib/kubernetes/status.ts';
import { attributesOf } from '../access/attributes-of.ts';
import { authorize, forbiddenTo } from '../authorization.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { appliedTo } from './applied-object.ts';
import { createdObject, creationOf } from './create.ts';
import { updateOperation } from './update.ts';

/**
 * PATCH with an apply patch: the object as someone wants it. It is made when it isn't there, but not through a subresource.
 * Models apiserver/pkg/endpoints/handlers/patch.go applyPatcher and registry/generic/registry/store.go Update.
 */
export function applyOperation(context: RequestContext): WriteOperation {
	const { resource, route, cache, access, user, request, fieldManagers } = context;
	const name = route.name!;
	const key = storageKey(resource.plural, route.namespace, name);
	const updating = updateOperation(context, (current) =>
		appliedTo(current, context, reread(fieldManagers.managersOf(current)))
	);
	// Admission, and who may make it, look at it as they look at any new object.
	const creating: RequestContext = { ...context, route: { ...route, verb: 'create' } };
	const creation = createdObject(creating);

	return {
		exactVersion: updating.exactVersion,
		changesWhatIsThere: true,

		mutate(fresh): Proposal | Status {
			const current = fresh === undefined ? cache.get(key) : fresh;
			if (current !== null) return updating.mutate(current);
			const named = { group: groupOf(resource), resource: resource.plural };
			if (route.subresource !== undefined) return notFound(named, name);
			const wanted = appliedTo(null, context, noManagers);
			if (isStatus(wanted)) return wanted;
			const { uid } = wanted.object.metadata;
			if (uid) {
				const why = `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`;
				return conflict(named, name, why);
			}
			const { resourceVersion: _, ...metadata } = wanted.object.metadata;
			const object = { ...wanted.object, metadata };
			return creationOf(object, creating, null, wanted.write, wanted.warnings);
		},

		validate(proposal) {
			if (proposal.current !== null) return updating.validate(proposal);
			return creation.validate(proposal, () => {
				const attributes = { ...attributesOf(route, request), verb: 'create' };
				const verdict = authorize(user, attributes, access);
				return verdict.allowed ? undefined : forbiddenTo(user, attributes, verdict.reason);
			});
		},

		respond: (stored, proposal) =>
			proposal.current === null
				? creation.respond(stored, proposal)
				: updating.respond(stored, proposal)
	};
}
