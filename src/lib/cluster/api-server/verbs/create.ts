import { type Resource, resourceName } from '#lib/kubernetes/resources.ts';
import type { KubeObject, ObjectMeta, Status } from '#lib/kubernetes/object.ts';
import { alreadyExists, isStatus, plainError } from '#lib/kubernetes/status.ts';
import { objectWarnings } from '#lib/kubernetes/warnings/object-warnings.ts';
import { escalation } from '../access/escalation.ts';
import { admit, admitFinally } from '../admission/admission.ts';
import { insecurityWarnings } from '../admission/pod-security/pod-security.ts';
import { decodeBody, inNamespace, invalidObject } from '../decoding.ts';
import type { Write } from '../field-managers/field-managers.ts';
import { givenManagers, withoutManagers } from '../field-managers/given-managers.ts';
import { updateWrite } from '../field-managers/update-write.ts';
import { metadataForCreate } from '../metadata.ts';
import type { Proposal, RequestContext, Validated, WriteOperation } from '../operation.ts';
import { withOwnersOnce } from '../owner-duplicates.ts';
import { storageKey } from '../storage-key.ts';
import { strategyOf } from '../strategies/strategy.ts';

/** POST of a new object. Models apiserver/pkg/endpoints/handlers/create.go and registry/generic/registry/store.go Create. */
export function createOperation(context: RequestContext): WriteOperation {
	const { validate, respond } = createdObject(context);
	return {
		exactVersion: true,

		mutate(current): Proposal | Status {
			const { body } = context.request;
			const read = decodeBody(body, context);
			if (isStatus(read)) return read;
			const decoded = withOwnersOnce(read);
			const object = inNamespace(withoutManagers(decoded.object), context);
			if (isStatus(object)) return object;
			if (object.metadata.resourceVersion) {
				return plainError('resourceVersion should not be set on objects to be created');
			}
			const write = updateWrite(object, context, givenManagers(body));
			return creationOf(object, context, current ?? null, write, decoded.warnings);
		},

		validate: (proposal) => validate(proposal),
		respond
	};
}

/** What becomes of an object that someone wants to make, admission included. */
export function creationOf(
	object: KubeObject,
	context: RequestContext,
	current: KubeObject | null,
	write: Write,
	warnings: readonly string[] | undefined
): Proposal | Status {
	const { resource } = context;
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
	if (name !== undefined && current !== null) return alreadyThere(current, resource);
	const { mutations } = admitted;
	return { key, expected: 0, current: null, object: created, write, mutations, warnings };
}

/** What is said of an object that is made, whatever request makes it. */
export function createdObject(context: RequestContext): {
	/** @param admits what is asked once it is known to be valid, before it is admitted */
	validate(proposal: Proposal, admits?: () => Status | undefined): Validated;
	readonly respond: WriteOperation['respond'];
} {
	return {
		validate: ({ object }, admits) =>
			invalidObject(object!, undefined, context.resource.custom) ??
			admits?.() ??
			admitFinally(object!, context),

		respond(stored, { warnings = [], object }) {
			const body = stored ?? object!;
			const all = [...warnings, ...objectWarnings(body), ...insecurityWarnings(body, context)];
			return { code: 201, body, ...(all.length > 0 && { warnings: all }) };
		}
	};
}

/** What a create is told when the name is taken. Models registry/generic/registry/store.go Create. */
export function alreadyThere({ metadata }: KubeObject, resource: Resource): Status {
	const named = resourceName(resource);
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
