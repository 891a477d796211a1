import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import { plainNumbers } from '#lib/kubernetes/body/number-literal.ts';
import type { CustomKind } from '#lib/kubernetes/custom-kind.ts';
import { DecodeError, decodeObject, hasSchema } from '#lib/kubernetes/decode.ts';
import { applyDefaults } from '#lib/kubernetes/defaults/apply-defaults.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { conversionError } from '#lib/kubernetes/patch/conversion-error.ts';
import { unknownOperationFields } from '#lib/kubernetes/patch/json-patch.ts';
import { goText } from '#lib/kubernetes/patch/go-text.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { groupOf } from '#lib/kubernetes/resources.ts';
import { badRequest, invalid } from '#lib/kubernetes/status.ts';
import { causeOf, type FieldError } from '#lib/kubernetes/validation/field-error.ts';
import {
	validateObject,
	validatePodPart,
	validateStatusUpdate,
	validateUpdate
} from '#lib/kubernetes/validation/validate-object.ts';
import type { OtherVersion } from '#lib/kubernetes/kinds/kind-rules.ts';
import type { Resource } from '#lib/kubernetes/resources.ts';
import { otherVersionAt } from './served-resource.ts';
import { fromEventsV1 } from './events-v1.ts';
import type { RequestContext } from './operation.ts';
import { wrongKind, wrongVersion } from './registered-kinds.ts';

/** What decoding gives: the object with defaults filled in, and a warning for each field that it doesn't have. */
export interface DecodedBody {
	readonly object: KubeObject;
	readonly warnings?: readonly string[];
}

/** Why something is no object of the kind, in the decoder's words. */
export interface Undecodable {
	readonly why: string;
}

/**
 * Reads a body as an object of the request's kind. Unknown fields are refused, warned of or dropped, as `fieldValidation`
 * says (by default: warned of). What the body shares with the current object is not read again. Models apiserver/pkg/endpoints/handlers/create.go and
 * apimachinery/pkg/runtime/serializer/json/json.go.
 */
export function decodeBody(
	given: unknown,
	context: RequestContext,
	current?: KubeObject
): DecodedBody | Status {
	const { resource } = context;
	const { reading } = context.request;
	if (reading?.unrecognized !== undefined) {
		const why = `${reading.unrecognized} (${reading.summary})`;
		return badRequest(
			`the object provided is unrecognized (must be of type ${resource.kind}): ${why}`
		);
	}
	const body = reading === undefined ? given : (reading.exact ?? given ?? {});
	if (!isRecord(body)) return badRequest('unexpected end of JSON input');
	const isOther = otherVersionAt(context.route) !== undefined;
	const mismatch = isOther ? undefined : wrongVersion(body, resource);
	if (mismatch !== undefined) return badRequest(mismatch);
	const decoded = decode(body, context, current);
	if (!('why' in decoded)) return decoded;
	const kind = body.kind ?? resource.kind;
	const version = versionOf(body.apiVersion ?? resource.apiVersion);
	return badRequest(
		`${String(kind)} in version ${JSON.stringify(version)} cannot be handled as a ${resource.kind}: ${decoded.why}`
	);
}

/** Reads what a patch has made of an object; when that is none any more, the patch is to blame. */
export function decodePatched(
	patched: unknown,
	context: RequestContext,
	current: KubeObject
): DecodedBody | Status {
	if (!isRecord(patched)) return badRequest('the patched object is no object');
	const decoded = decode(patched, context, current);
	if (!('why' in decoded)) return decoded;
	const { request, resource } = context;
	if (request.contentType !== 'application/strategic-merge-patch+json') {
		return invalidPatch(JSON.stringify(patched), decoded.why);
	}
	const why = conversionError(request.body, resource.kind) ?? decoded.why;
	return invalidPatch(goText(request.body), why);
}

/** Models apiserver/pkg/endpoints/handlers/patch.go: the patch is what is invalid, of no kind in particular. */
function invalidPatch(patch: string, why: string): Status {
	const message = `Invalid value: ${JSON.stringify(patch)}: ${why}`;
	return invalid({ group: '', kind: '' }, '', [
		{ reason: 'FieldValueInvalid', message, field: 'patch' }
	]);
}

/** Reads what applying has made of an object; whoever applied has been told of what they wrote by then. */
export function decodeMerged(
	merged: KubeObject,
	context: RequestContext,
	current: KubeObject | undefined
): DecodedBody | Undecodable {
	const { reading: _, ...request } = context.request;
	const query = { ...request.query, fieldValidation: 'Ignore' };
	return decode({ ...merged }, { ...context, request: { ...request, query } }, current);
}

function decode(
	body: Record<string, unknown>,
	{ resource, route, request }: RequestContext,
	current: KubeObject | undefined
): DecodedBody | Undecodable {
	const other = route.group === 'events.k8s.io' ? undefined : otherVersionAt(route);
	if (other !== undefined) return decodeOther(body, other, resource, request);
	const given = route.group === 'events.k8s.io' ? fromEventsV1(body) : body;
	if (resource.custom !== undefined) return decodeCustom(given, resource, resource.custom, request);
	const why = wrongKind(given, resource);
	if (why !== undefined) return { why };
	if (!hasSchema(resource.kind)) {
		return strictly(plainNumbers(given) as KubeObject, [], request);
	}
	try {
		const { object, unknownFields } = decodeObject(
			resource.kind,
			resource.apiVersion,
			given,
			current
		);
		return strictly(object, unknownFields, request);
	} catch (error) {
		if (error instanceof DecodeError) return { why: error.message };
		throw error;
	}
}

/** Reads an object of a kind that someone defined; it is kept in that kind's own version. */
function decodeCustom(
	given: Record<string, unknown>,
	{ kind, apiVersion }: Resource,
	custom: CustomKind,
	request: ApiRequest
): DecodedBody | Undecodable {
	try {
		const plain = request.reading?.exact === undefined ? given : plainNumbers(given);
		const body = { kind, apiVersion, ...(plain as Record<string, unknown>) };
		const { object, unknownFields } = custom.read(body);
		return strictly({ ...object, apiVersion: custom.storedVersion }, unknownFields, request, true);
	} catch (error) {
		if (error instanceof DecodeError) return { why: error.message };
		throw error;
	}
}

/** What was read, as strict as the client wants it; defaults are filled in. */
function strictly(
	object: KubeObject,
	unknownFields: readonly string[],
	{ reading, query, contentType, body }: ApiRequest,
	isComplete = false
): DecodedBody | Undecodable {
	const isJsonPatch = contentType === 'application/json-patch+json';
	const errors = [
		...(isJsonPatch ? unknownOperationFields(body) : []),
		...(reading?.strictErrors(unknownFields) ?? unknownFields)
	];
	const validation = query?.fieldValidation || 'Warn';
	if (errors.length > 0 && validation === 'Strict') {
		return { why: `strict decoding error: ${errors.join(', ')}` };
	}
	const read = reading?.exact === undefined ? object : (plainNumbers(object) as KubeObject);
	return {
		object: isComplete ? read : applyDefaults(read),
		...(errors.length > 0 && validation === 'Warn' && { warnings: errors.flatMap(warningsOf) })
	};
}

/** go-yaml puts all that it has to say into one error. Models handlers/create.go parseYAMLWarnings. */
function warningsOf(error: string): readonly string[] {
	const list = 'yaml: unmarshal errors:\n';
	if (!error.startsWith(list)) return [error];
	return error
		.slice(list.length)
		.split('\n')
		.map((line) => line.trim());
}

/** Reads a body of another version than the one that is kept, and turns it into that. */
function decodeOther(
	body: Record<string, unknown>,
	other: OtherVersion,
	{ kind }: Resource,
	request: ApiRequest
): DecodedBody | Undecodable {
	const isStored = body['apiVersion'] !== undefined && body['apiVersion'] !== other.apiVersion;
	const given = isStored ? other.fromStored(body as unknown as KubeObject) : body;
	try {
		const { object, unknownFields } = decodeObject(other.schema, other.apiVersion, given);
		const named = { ...object, kind };
		return strictly(other.toStored(other.defaults?.(named) ?? named), unknownFields, request);
	} catch (error) {
		if (error instanceof DecodeError) return { why: error.message };
		throw error;
	}
}

/** What is wrong with a new object, or with a change of one; undefined when it is valid. */
export function invalidObject(
	object: KubeObject,
	current: KubeObject | undefined,
	custom?: CustomKind
): Status | undefined {
	const rules = custom ?? { validate: validateObject, validateUpdate };
	return refusalOf(
		object,
		current === undefined ? rules.validate(object) : rules.validateUpdate(object, current)
	);
}

/** What is wrong with a change of an object's status; undefined when it is valid. */
export function invalidStatus(
	object: KubeObject,
	current: KubeObject,
	custom?: CustomKind
): Status | undefined {
	const errors = custom?.validateStatus(object, current) ?? validateStatusUpdate(object, current);
	return refusalOf(object, errors);
}

/** What is wrong with a change of a Pod through one of its subresources; undefined when it is valid. */
export function invalidPart(
	object: KubeObject,
	current: KubeObject,
	subresource: string
): Status | undefined {
	return refusalOf(object, validatePodPart(object, current, subresource));
}

function refusalOf(object: KubeObject, errors: readonly FieldError[]): Status | undefined {
	if (errors.length === 0) return undefined;
	const { apiVersion, kind, metadata } = object;
	return invalid(
		{ group: groupOf({ apiVersion }), kind },
		metadata.name ?? '',
		errors.map(causeOf)
	);
}

/** Models apiserver/pkg/registry/rest/create.go EnsureObjectNamespaceMatchesRequestNamespace. */
export function inNamespace(
	object: KubeObject,
	{ resource, route }: RequestContext
): KubeObject | Status {
	const { namespace: given, ...metadata } = object.metadata;
	if (!resource.namespaced) return given === undefined ? object : { ...object, metadata };
	const namespace = route.namespace ?? 'default';
	if (given && given !== namespace) {
		return badRequest(
			'the namespace of the provided object does not match the namespace sent on the request'
		);
	}
	return given ? object : { ...object, metadata: { ...metadata, namespace } };
}

function versionOf(apiVersion: unknown): string {
	return String(apiVersion).split('/').at(-1)!;
}
