import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { applyJsonPatch } from '#lib/kubernetes/patch/json-patch.ts';
import { applyMergePatch } from '#lib/kubernetes/patch/merge-patch.ts';
import {
	applyStrategicMergePatch,
	PatchError
} from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import {
	badRequest,
	isStatus,
	unprocessable,
	unsupportedMediaType
} from '#lib/kubernetes/status.ts';
import { type DecodedBody, decodeBody } from '../decoding.ts';
import { metadataForUpdate } from '../metadata.ts';
import type { RequestContext } from '../operation.ts';
import { strategyOf } from '../strategies/strategy.ts';

/** The object that a PUT brings or that a patch makes of the current one. */
export function changedObject(current: KubeObject, context: RequestContext): DecodedBody | Status {
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

/** Models apiserver/pkg/endpoints/handlers/rest.go checkName. */
export function nameMismatch({ metadata }: KubeObject, name: string): Status | undefined {
	if (metadata.name === undefined || metadata.name === name) return undefined;
	return badRequest(
		`the name of the object (${metadata.name}) does not match the name on the URL (${name})`
	);
}

/**
 * The change as the kind's strategy lets it be: a write to the object leaves its status as it is, a write to `status`
 * leaves its spec. Models rest/update.go BeforeUpdate with the strategies' PrepareForUpdate.
 */
export function preparedUpdate(
	changed: KubeObject,
	current: KubeObject,
	context: RequestContext
): KubeObject | Status {
	const { route, resource } = context;
	const strategy = strategyOf(resource.plural);
	if (route.subresource === 'status' || route.subresource === 'finalize') {
		const updated =
			route.subresource === 'status'
				? { ...current, metadata: changed.metadata, status: changed.status }
				: { ...current, metadata: changed.metadata, spec: changed.spec };
		const prepared = strategy.prepareForStatusUpdate?.(updated, current) ?? updated;
		return { ...prepared, metadata: metadataForUpdate(prepared, current, false) };
	}
	const begun = strategy.begin?.(changed, current, context) ?? changed;
	if (isStatus(begun)) return begun;
	const hasStatus = resource.subresources.includes('status');
	const updated =
		hasStatus && current.status !== undefined ? { ...begun, status: current.status } : begun;
	const prepared = strategy.prepareForUpdate?.(updated, current) ?? updated;
	const counts = strategy.changesGeneration?.(prepared, current) ?? false;
	return { ...prepared, metadata: metadataForUpdate(prepared, current, counts) };
}
