import { groupOf } from '#lib/kubernetes/resources.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { applyJsonPatch } from '#lib/kubernetes/patch/json-patch.ts';
import { applyMergePatch } from '#lib/kubernetes/patch/merge-patch.ts';
import {
	applyStrategicMergePatch,
	PatchError
} from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import {
	badRequest,
	conflict,
	isStatus,
	notFound,
	objectModified,
	unprocessable,
	unsupportedMediaType
} from '#lib/kubernetes/status.ts';
import { admit } from '../admission/admission.ts';
import { decodeBody, invalidObject } from '../decoding.ts';
import { metadataForUpdate } from '../metadata.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { storageKey } from '../storage-key.ts';
import { strategyOf } from '../strategies/strategy.ts';

/**
 * PUT and PATCH, of an object or of its status. Models apiserver/pkg/endpoints/handlers/{update,patch}.go and
 * registry/generic/registry/store.go Update: the change is worked out again from the newest version when the race was
 * lost, unless the client named the version that it changes.
 */
export function updateOperation(context: RequestContext): WriteOperation {
	const { resource, route, cache } = context;
	const name = route.name!;
	const named = { group: groupOf(resource), resource: resource.plural };
	const key = storageKey(resource.plural, route.namespace, name);
	const body = context.request.body as KubeObject | undefined;
	const askedVersion = body?.metadata?.resourceVersion;

	return {
		exactVersion: askedVersion !== undefined && askedVersion !== '',

		mutate(fresh): Proposal | Status {
			const current = fresh === undefined ? cache.get(key) : fresh;
			if (current === null) return notFound(named, name);
			const changed = changedObject(current, context);
			if (isStatus(changed)) return changed;
			const given = changed.object.metadata.name;
			if (given !== undefined && given !== name) {
				return badRequest(
					`the name of the object (${given}) does not match the name on the URL (${name})`
				);
			}
			const version = changed.object.metadata.resourceVersion;
			if (version && version !== current.metadata.resourceVersion) {
				return conflict(named, name, objectModified);
			}
			const asked = body?.metadata?.uid;
			if (asked && asked !== current.metadata.uid) {
				return conflict(
					named,
					name,
					`Precondition failed: UID in precondition: ${asked}, UID in object meta: ${current.metadata.uid}`
				);
			}
			const admitted = admit(changed.object, context);
			if (isStatus(admitted)) return admitted;
			const updated = preparedUpdate(admitted.object, current, context);
			if (isStatus(updated)) return updated;
			if (lastFinalizerGone(updated, current)) {
				const expected = Number(current.metadata.resourceVersion);
				return { key, expected, current, object: null, answer: updated };
			}
			return {
				key,
				expected: Number(current.metadata.resourceVersion),
				current,
				object: updated,
				unchanged: isDeepEqual(updated, current),
				mutatedBy: admitted.mutatedBy,
				warnings: changed.warnings
			};
		},

		validate: ({ object, current, unchanged }) =>
			unchanged === true || object === null || route.subresource === 'status'
				? undefined
				: invalidObject(object, current ?? undefined),

		respond: (stored, { warnings, object, answer }) => ({
			code: 200,
			body: stored ?? answer ?? object!,
			...(warnings === undefined ? undefined : { warnings })
		})
	};
}

function changedObject(
	current: KubeObject,
	context: RequestContext
): { object: KubeObject; warnings?: readonly string[] } | Status {
	const { request } = context;
	if (request.method === 'PUT') return decodeBody(request.body, context);
	try {
		const patched = applyPatch(current, request.body, request.contentType, context);
		if (isStatus(patched)) return patched;
		return decodeBody(patched, context);
	} catch (error) {
		if (error instanceof PatchError) {
			return error.code === 422 ? unprocessable(error.message) : badRequest(error.message);
		}
		throw error;
	}
}

function applyPatch(
	current: KubeObject,
	patch: unknown,
	contentType: string | undefined,
	{ resource }: RequestContext
): unknown {
	switch (contentType) {
		case 'application/json-patch+json':
			return applyJsonPatch(current, patch);
		case 'application/merge-patch+json':
			return applyMergePatch(current, patch);
		case 'application/strategic-merge-patch+json':
			return applyStrategicMergePatch(current, patch, resource.kind);
		default:
			return unsupportedMediaType(
				'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/strategic-merge-patch+json, application/apply-patch+yaml'
			);
	}
}

/** A write to the object leaves its status as it is; a write to `status` leaves everything else. */
function preparedUpdate(
	changed: KubeObject,
	current: KubeObject,
	context: RequestContext
): KubeObject | Status {
	const { route, resource } = context;
	const strategy = strategyOf(resource.plural);
	const hasStatus = resource.subresources.includes('status');
	if (route.subresource === 'status') {
		return { ...current, status: changed.status, metadata: current.metadata };
	}
	const begun = strategy.begin?.(changed, current, context) ?? changed;
	if (isStatus(begun)) return begun;
	const updated =
		hasStatus && current.status !== undefined ? { ...begun, status: current.status } : begun;
	const prepared = strategy.prepareForUpdate?.(updated, current) ?? updated;
	const counts = strategy.changesGeneration?.(prepared, current) ?? false;
	return { ...prepared, metadata: metadataForUpdate(prepared, current, counts) };
}

/** Whoever takes the last finalizer off an object that is being deleted deletes it (store.go deleteWithoutFinalizers). */
function lastFinalizerGone({ metadata }: KubeObject, current: KubeObject): boolean {
	return (
		metadata.deletionTimestamp !== undefined &&
		(metadata.deletionGracePeriodSeconds ?? 0) === 0 &&
		(metadata.finalizers ?? []).length === 0 &&
		(current.metadata.finalizers ?? []).length > 0
	);
}
