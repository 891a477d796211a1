import { generateName } from '#lib/kubernetes/names.ts';
import type { KubeObject, ObjectMeta } from '#lib/kubernetes/object.ts';
import type { RequestContext } from './operation.ts';

/**
 * The metadata of a new object: uid, creation time, generation 1 where generations are counted, a name made from
 * `generateName`. What only the server may set is dropped. Models apiserver/pkg/registry/rest/create.go BeforeCreate.
 */
export function metadataForCreate(
	object: KubeObject,
	context: RequestContext,
	hasGeneration: boolean
): ObjectMeta {
	const {
		resourceVersion: _version,
		uid: _uid,
		creationTimestamp: _created,
		deletionTimestamp: _deleted,
		deletionGracePeriodSeconds: _grace,
		generation,
		...kept
	} = object.metadata;
	const name =
		kept.name ||
		(kept.generateName
			? generateName(kept.generateName, (below) => context.random.int(below))
			: undefined);
	return {
		...(name === undefined ? undefined : { name }),
		...kept,
		...(name === undefined ? undefined : { name }),
		...(context.resource.namespaced
			? { namespace: context.route.namespace ?? 'default' }
			: undefined),
		uid: context.random.uuid(),
		...defined({ generation: hasGeneration ? 1 : generation }),
		creationTimestamp: context.timestamp
	};
}

/**
 * The metadata of an update: what only the server sets stays as it was, unless the client says otherwise, which validation
 * then refuses. Models rest/update.go BeforeUpdate.
 */
export function metadataForUpdate(
	updated: KubeObject,
	current: KubeObject,
	counts: boolean
): ObjectMeta {
	const { generation: _given, ...given } = updated.metadata;
	const { generation, ...old } = current.metadata;
	const { creationTimestamp, deletionTimestamp, resourceVersion } = old;
	return {
		...given,
		...defined({
			uid: given.uid || old.uid,
			creationTimestamp,
			deletionTimestamp,
			deletionGracePeriodSeconds:
				given.deletionGracePeriodSeconds ?? old.deletionGracePeriodSeconds,
			resourceVersion,
			generation: generation === undefined ? undefined : generation + (counts ? 1 : 0)
		})
	};
}

function defined(fields: Record<string, unknown>): Record<string, unknown> {
	const present: Record<string, unknown> = {};
	for (const name in fields) if (fields[name] !== undefined) present[name] = fields[name];
	return present;
}
