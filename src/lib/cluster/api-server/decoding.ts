import { DecodeError, decodeObject, hasSchema } from '#lib/kubernetes/decode.ts';
import { applyDefaults } from '#lib/kubernetes/defaults/apply-defaults.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { groupOf, resourceOfKind } from '#lib/kubernetes/resources.ts';
import { badRequest, invalid } from '#lib/kubernetes/status.ts';
import { causeOf, type FieldError } from '#lib/kubernetes/validation/field-error.ts';
import {
	validateObject,
	validateStatusUpdate,
	validateUpdate
} from '#lib/kubernetes/validation/validate-object.ts';
import { fromEventsV1 } from './events-v1.ts';
import type { RequestContext } from './operation.ts';

/** What decoding gives: the object with defaults filled in, and a warning for each field that it doesn't have. */
export interface DecodedBody {
	readonly object: KubeObject;
	readonly warnings?: readonly string[];
}

/**
 * Reads a body as an object of the request's kind. Unknown fields are refused, warned of or dropped, as `fieldValidation`
 * says (by default: warned of). Models apiserver/pkg/endpoints/handlers/create.go and
 * apimachinery/pkg/runtime/serializer/json/json.go.
 */
export function decodeBody(
	body: unknown,
	{ resource, route, request }: RequestContext
): DecodedBody | Status {
	if (!isRecord(body)) return badRequest('unexpected end of JSON input');
	const given = route.group === 'events.k8s.io' ? fromEventsV1(body) : body;
	const kind = given.kind ?? resource.kind;
	const apiVersion = given.apiVersion ?? resource.apiVersion;
	const refuse = (why: string): Status =>
		badRequest(
			`${String(kind)} in version ${JSON.stringify(versionOf(apiVersion))} cannot be handled as a ${resource.kind}: ${why}`
		);
	if (kind !== resource.kind || apiVersion !== resource.apiVersion) {
		if (resourceOfKind(String(apiVersion), String(kind)) === undefined) {
			return refuse(
				`no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)} in scheme "k8s.io/apiserver"`
			);
		}
		return badRequest(
			`the object provided is unrecognized (must be of type ${resource.kind}): couldn't get version/kind; json parse error`
		);
	}
	if (!hasSchema(resource.kind)) return { object: given as unknown as KubeObject };
	try {
		const { object, unknownFields } = decodeObject(resource.kind, resource.apiVersion, given);
		const validation = request.query?.fieldValidation ?? 'Warn';
		if (unknownFields.length > 0 && validation === 'Strict') {
			return refuse(`strict decoding error: ${unknownFields.join(', ')}`);
		}
		return {
			object: applyDefaults(object),
			...(unknownFields.length > 0 && validation === 'Warn'
				? { warnings: unknownFields }
				: undefined)
		};
	} catch (error) {
		if (error instanceof DecodeError) return refuse(error.message);
		throw error;
	}
}

/** What is wrong with a new object, or with a change of one; undefined when it is valid. */
export function invalidObject(
	object: KubeObject,
	current: KubeObject | undefined
): Status | undefined {
	return refusalOf(
		object,
		current === undefined ? validateObject(object) : validateUpdate(object, current)
	);
}

/** What is wrong with a change of an object's status; undefined when it is valid. */
export function invalidStatus(object: KubeObject, current: KubeObject): Status | undefined {
	return refusalOf(object, validateStatusUpdate(object, current));
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

function versionOf(apiVersion: unknown): string {
	return String(apiVersion).split('/').at(-1)!;
}
