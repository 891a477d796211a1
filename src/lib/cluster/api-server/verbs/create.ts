import { groupOf, type Resource } from '#lib/kubernetes/resources.ts';
import type { KubeObject, ObjectMeta, Status } from '#lib/kubernetes/object.ts';
import { alreadyExists, isStatus, plainError } from '#lib/kubernetes/status.ts';
import { objectWarnings } from '#lib/kubernetes/warnings/object-warnings.ts';
import { escalation } from '../access/escalation.ts';
import { admit, admitFinally } from '../admission/admission.ts';
import { insecurityWarnings } from '../admission/pod-security/pod-security.ts';
import { decodeBody, inNamespace, invalidObject } from '../decoding.ts';
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
			const object = inNamespace(decoded.object, context);
			if (isStatus(object)) return object;
			if (object.metadata.resourceVersion) {
				return plainError('resourceVersion should not be set on objects to be created');
			}
			const strategy = strategyOf(resource.plural);
			const metadata = metadataForCreate(object, context, strategy.changesGeneration !== undefined);
			const admitted = admit(withName(object, metadata, object.metadata.name), context);
			if (isStatus(admitted)) return admitted;
			const escalated = escalation(admitted.object, null, context);
			if (escalated !== undefined) return escalated;
			const named = withName(admitted.object, admitted.object.metadata, metadata.name);
			const begun = strategy.begin?.(named, null, context) ?? named;
			if (isStatus(begun)) return begun;
			const created = strategy.prepareForCreate?.(begun, context) ?? begun;
			const { name, namespace } = created.metadata;
			const key = storageKey(resource.plural, namespace, name ?? '');
			if (name !== undefined && current !== undefined && current !== null) {
				return alreadyThere(current, resource);
			}
			return {
				key,
				expected: 0,
				current: null,
				object: created,
				mutations: admitted.mutations,
				warnings: decoded.warnings
			};
		},

		validate: ({ object }) => invalidObject(object!, undefined) ?? admitFinally(object!, context),

		respond(stored, { warnings = [], object }) {
			const body = stored ?? object!;
			const all = [...warnings, ...objectWarnings(body), ...insecurityWarnings(body, context)];
			return { code: 201, body, ...(all.length > 0 && { warnings: all }) };
		}
	};
}

/** What a create is told when the name is taken. Models registry/generic/registry/store.go Create. */
export function alreadyThere({ metadata }: KubeObject, resource: Resource): Status {
	const named = { group: groupOf(resource), resource: resource.plural };
	const refusal = alreadyExists(named, metadata.name ?? '');
	return metadata.deletionTimestamp === undefined
		? refusal
		: { ...refusal, message: `object is being deleted: ${refusal.message}` };
}

/** Admission sees an object before its name is made of `generateName`. */
function withName(object: KubeObject, metadata: ObjectMeta, name: string | undefined): KubeObject {
	if (metadata.name === name) return { ...object, metadata };
	const { name: _name, ...unnamed } = metadata;
	return { ...object, metadata: name === undefined ? unnamed : { name, ...unnamed } };
}
