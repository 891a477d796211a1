import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import { maxBodyBytes } from '#lib/kubernetes/body/body-reading.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import type { Pod } from '#lib/kubernetes/pod.ts';
import { applyJsonPatch } from '#lib/kubernetes/patch/json-patch.ts';
import { applyMergePatch } from '#lib/kubernetes/patch/merge-patch.ts';
import {
	applyStrategicMergePatch,
	PatchError
} from '#lib/kubernetes/patch/strategic-merge-patch.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import {
	badRequest,
	isStatus,
	plainError,
	tooLarge,
	unprocessable,
	unsupportedMediaType
} from '#lib/kubernetes/status.ts';
import { type DecodedBody, decodeBody, decodePatched, inNamespace } from '../decoding.ts';
import type { Write } from '../field-managers/field-managers.ts';
import {
	givenManagers,
	patchesManagers,
	withoutManagers
} from '../field-managers/given-managers.ts';
import { updateWrite } from '../field-managers/update-write.ts';
import { withOwnersOnce } from '../owner-duplicates.ts';
import { metadataForUpdate } from '../metadata.ts';
import type { RequestContext } from '../operation.ts';
import { podParts } from '../strategies/pod-parts.ts';
import { strategyOf } from '../strategies/strategy.ts';

/** What a request makes of an object. */
export interface ChangedObject extends DecodedBody {
	readonly write: Write;
}

/**
 * The object that a PUT brings, with its name and namespace checked; a PUT doesn't need to know what is there.
 * Models apiserver/pkg/endpoints/handlers/update.go UpdateResource.
 */
export function replacement(
	current: KubeObject | null,
	context: RequestContext
): ChangedObject | Status {
	const { request } = context;
	const decoded = decodeBody(request.body, context, current ?? undefined);
	if (isStatus(decoded)) return decoded;
	return updated(withOwnersOnce(decoded), givenManagers(request.body), context);
}

/** What was read, without the managers that came with it, and whose write it is. */
function updated(
	decoded: DecodedBody,
	given: unknown,
	context: RequestContext
): ChangedObject | Status {
	const bare = { ...decoded, object: withoutManagers(decoded.object) };
	const changed = placed(bare, context.route.name!, context);
	if (isStatus(changed)) return changed;
	return { ...changed, write: updateWrite(changed.object, context, given) };
}

/** The object that a patch makes of the current one. Models apiserver/pkg/endpoints/handlers/patch.go. */
export function patchedObject(
	current: KubeObject,
	context: RequestContext
): ChangedObject | Status {
	const { request, fieldManagers } = context;
	const fault = request.reading?.fault;
	if (fault !== undefined) return badRequest(patchFault(fault, request));
	try {
		const type = request.contentType ?? '';
		const isAboutManagers = patchesManagers(request.body);
		const whole = isAboutManagers ? fieldManagers.shown(current) : current;
		const patched = patchTypes[type]!(whole, request.body, context.resource.kind);
		const decoded = decodePatched(patched, context, current);
		if (isStatus(decoded)) return decoded;
		return updated(decoded, isAboutManagers ? givenManagers(patched) : undefined, context);
	} catch (error) {
		if (!(error instanceof PatchError)) throw error;
		switch (error.code) {
			case 400:
				return badRequest(error.message);
			case 413:
				return tooLarge(error.message);
			case 422:
				return unprocessable(error.message);
			case 500:
				return plainError(error.message);
		}
	}
}

/** What is said of a patch that is no JSON: who reads it first depends on its type, and on whether it is read strictly. */
function patchFault(fault: string, { contentType, query }: ApiRequest): string {
	if (contentType === 'application/strategic-merge-patch+json') return fault;
	if (query?.fieldValidation !== 'Ignore') return `error decoding patch: ${fault}`;
	return contentType === 'application/merge-patch+json' ? 'Invalid JSON Patch' : fault;
}

/** What was read, where its path says that it is. */
export function placed<T extends DecodedBody>(
	decoded: T,
	name: string,
	context: RequestContext
): T | Status {
	const object = inNamespace(decoded.object, context);
	if (isStatus(object)) return object;
	return nameMismatch(object, name) ?? { ...decoded, object };
}

const patchTypes: Readonly<
	Record<string, (current: KubeObject, patch: unknown, kind: string) => unknown>
> = {
	'application/json-patch+json': applyJsonPatch,
	'application/merge-patch+json': applyMergePatch,
	'application/strategic-merge-patch+json': applyStrategicMergePatch
};

/** The type of a patch that says what its sender wants of an object, and nothing of the rest. */
export const applyPatch = 'application/apply-patch+yaml';

/** What is wrong with the content type of a write. */
export function wrongContentType({ method, contentType, reading }: ApiRequest): Status | undefined {
	if (method === 'PATCH' && contentType !== applyPatch && !patchTypes[contentType ?? '']) {
		return unsupportedMediaType('415: Unsupported Media Type');
	}
	const isTaken = contentType === undefined || bodyTypes.includes(contentType.toLowerCase());
	if (method === 'PATCH' || isTaken) {
		return reading?.isTooLarge === true ? tooLarge(`limit is ${maxBodyBytes}`) : undefined;
	}
	return unsupportedMediaType(
		`the body of the request was in an unknown format - accepted media types include: ${bodyTypes.join(', ')}`
	);
}

const bodyTypes = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf'];

/** Models apiserver/pkg/endpoints/handlers/rest.go checkName. */
function nameMismatch({ metadata }: KubeObject, name: string): Status | undefined {
	if (!metadata.name) {
		const why = 'was undeterminable: name must be provided';
		return badRequest(`the name of the object (${name} based on URL) ${why}`);
	}
	if (metadata.name === name) return undefined;
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
	const part = podParts[route.subresource ?? ''];
	const meant = part === undefined ? changed : part(changed as Pod, current as Pod);
	const begun = strategy.begin?.(meant, current, context) ?? meant;
	if (isStatus(begun)) return begun;
	const hasStatus = resource.subresources.includes('status');
	const updated =
		hasStatus && current.status !== undefined ? { ...begun, status: current.status } : begun;
	const settled = isFirstStatus(resource, current) ? withoutStatus(updated) : updated;
	const prepared = strategy.prepareForUpdate?.(settled, current) ?? settled;
	const counts = strategy.changesGeneration?.(prepared, current) ?? false;
	return { ...prepared, metadata: metadataForUpdate(prepared, current, counts) };
}

/** A status is only given at its own path; what is built in has one from the beginning. */
function isFirstStatus({ custom, subresources }: Resource, current: KubeObject): boolean {
	return custom !== undefined && subresources.includes('status') && current.status === undefined;
}

function withoutStatus({ status: _status, ...rest }: KubeObject): KubeObject {
	return rest as KubeObject;
}
