import { groupOf } from '#lib/kubernetes/resources.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { alreadyExists, badRequest, isStatus } from '#lib/kubernetes/status.ts';
import { admit } from '../admission/admission.ts';
import { decodeBody, invalidObject } from '../decoding.ts';
import { metadataForCreate } from '../metadata.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { strategyOf } from '../strategies/strategy.ts';

/** POST of a new object. Models apiserver/pkg/endpoints/handlers/create.go and registry/generic/registry/store.go Create. */
export function createOperation(context: RequestContext): WriteOperation {
	const { resource } = context;
	return {
		exactVersion: true,

		mutate(current): Proposal | Status {
			const decoded = decodeBody(context.request.body, context);
			if (isStatus(decoded)) return decoded;
			const { object, warnings } = decoded;
			const mismatch = namespaceMismatch(object, context);
			if (mismatch !== undefined) return mismatch;
			const strategy = strategyOf(resource.plural);
			const prepared: KubeObject = {
				...object,
				metadata: metadataForCreate(object, context, strategy.changesGeneration !== undefined)
			};
			const admitted = admit(prepared, context);
			if (isStatus(admitted)) return admitted;
			const begun = strategy.begin?.(admitted.object, null, context) ?? admitted.object;
			if (isStatus(begun)) return begun;
			const created = strategy.prepareForCreate?.(begun) ?? begun;
			const { name, namespace } = created.metadata;
			const key = storageKey(resource.plural, namespace, name ?? '');
			if (name !== undefined && current !== undefined && current !== null) {
				return alreadyExists({ group: groupOf(resource), resource: resource.plural }, name);
			}
			return {
				key,
				expected: 0,
				current: null,
				object: created,
				mutatedBy: admitted.mutatedBy,
				warnings
			};
		},

		validate: ({ object }) => invalidObject(object!, undefined),

		respond: (stored, { warnings, object }) => ({
			code: 201,
			body: stored ?? object!,
			...(warnings === undefined ? undefined : { warnings })
		})
	};

	function namespaceMismatch(
		object: KubeObject,
		{ route: { namespace } }: RequestContext
	): Status | undefined {
		const given = object.metadata.namespace;
		if (!resource.namespaced || !given || given === (namespace ?? 'default')) return undefined;
		return badRequest(
			`the namespace of the provided object does not match the namespace sent on the request`
		);
	}
}
