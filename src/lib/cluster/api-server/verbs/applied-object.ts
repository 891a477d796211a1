import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { ApplyConflict } from '#lib/kubernetes/managed-fields/conflicts.ts';
import { type Applied, appliedObject } from '#lib/kubernetes/managed-fields/field-manager.ts';
import {
	conflictBeyondLastApplied,
	upgradingManager,
	withLastApplied
} from '#lib/kubernetes/managed-fields/last-applied.ts';
import type { Managers } from '#lib/kubernetes/managed-fields/manager.ts';
import type { Change } from '#lib/kubernetes/managed-fields/ownership.ts';
import { joinedErrors, schemaErrors } from '#lib/kubernetes/managed-fields/schema-errors.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isRecord } from '#lib/kubernetes/patch/merge-patch.ts';
import { applyConflict, badRequest, isStatus, plainError } from '#lib/kubernetes/status.ts';
import { decodeMerged } from '../decoding.ts';
import { changeOf, writerOf } from '../field-managers/update-write.ts';
import type { RequestContext } from '../operation.ts';
import { type ChangedObject, placed } from './changed-object.ts';

type Patch = Readonly<Record<string, unknown>>;

/**
 * What an apply makes of an object; null: of none.
 *
 * @param managers who manages what of it
 */
export function appliedTo(
	current: KubeObject | null,
	context: RequestContext,
	managers: Managers
): ChangedObject | Status {
	const { resource, route } = context;
	const { apiVersion } = writerOf(context, 'Apply');
	const patch = readPatch(context.request, apiVersion, resource.kind);
	if (isStatus(patch)) return patch as Status;
	const { subresource } = route;
	const change = changeOf(
		current,
		patch as unknown as KubeObject,
		resource,
		apiVersion,
		subresource
	);
	const applied = appliedTyped(
		{ ...change, after: patch as unknown as KubeObject },
		managers,
		context
	);
	if (isStatus(applied)) return applied as Status;
	const { object, managers: left } = applied as Applied;
	const merged = named(withLast(object ?? change.before, patch as Patch, context));
	const decoded = decodeMerged(merged, context, current ?? undefined);
	if ('why' in decoded) {
		const what = `failed to convert new object (${textOf(patch as Patch)}) to proper version`;
		const kind = kindText(apiVersion, resource.kind);
		return plainError(`${what}: unable to convert unstructured object to ${kind}: ${decoded.why}`);
	}
	const repeated = repeatedKeys(context.request);
	if (isStatus(repeated)) return repeated as Status;
	const warnings = (repeated as readonly string[]).length > 0 && {
		warnings: repeated as readonly string[]
	};
	return placed(
		{ object: decoded.object, ...warnings, write: { managersAfter: () => left } },
		route.name!,
		context
	);
}

/**
 * Merges what is applied into what there is. Models managedfields/internal/structuredmerge.go Apply, within
 * lastappliedmanager.go.
 */
function appliedTyped(
	change: Change,
	managers: Managers,
	context: RequestContext
): Applied | Status {
	const { after: patch, versions, apiVersion } = change;
	if (patch.metadata !== undefined && isGiven(patch.metadata)) {
		return badRequest('metadata.managedFields must be nil');
	}
	const type = versions.typeOf(apiVersion);
	if (type === undefined) {
		const kind = kindText(apiVersion, String(patch['kind']));
		return plainError(
			`failed to create typed patch object (${textOf(patch)}): no corresponding type for ${kind}`
		);
	}
	const errors = schemaErrors(patch, type, false);
	if (errors.length > 0) {
		const what = `failed to create typed patch object (${textOf(patch)})`;
		return plainError(`${what}: ${joinedErrors(errors)}`);
	}
	const writer = writerOf(context, 'Apply');
	const apply = (isForced: boolean): Applied =>
		appliedObject(change, managers, writer, isForced, isDeepEqual);
	try {
		return apply(isForced(context.request));
	} catch (error) {
		if (!(error instanceof ApplyConflict)) throw error;
		if (context.manager !== upgradingManager) return applyConflict(error);
		const left = conflictBeyondLastApplied(error, change.before, type);
		return left === undefined ? apply(true) : applyConflict(left);
	}
}

/** Reads an apply patch: it must say of which kind it is. Models handlers/patch.go and versioncheck.go. */
function readPatch(request: ApiRequest, apiVersion: string, kind: string): Patch | Status {
	const { body, reading } = request;
	if (reading?.fault !== undefined) {
		return badRequest(`error decoding YAML: error converting YAML to JSON: ${reading.fault}`);
	}
	const patch = body ?? {};
	if (!isRecord(patch)) {
		const goType = Array.isArray(patch)
			? 'array'
			: typeof patch === 'boolean'
				? 'bool'
				: typeof patch;
		return badRequest(
			`error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${goType} into Go value of type map[string]interface {}`
		);
	}
	if (patch['apiVersion'] === apiVersion && patch['kind'] === kind) return patch;
	const given = kindText(String(patch['apiVersion'] ?? ''), String(patch['kind'] ?? ''));
	return badRequest(`invalid object type: ${given}`);
}

/** Go's words for a kind of a version: `apps/v1, Kind=Deployment`, `/v1, Kind=Pod`. */
function kindText(apiVersion: string, kind: string): string {
	const version = apiVersion === '' || apiVersion.includes('/') ? apiVersion : `/${apiVersion}`;
	return `${version || '/'}, Kind=${kind}`;
}

function textOf(patch: Patch): string {
	const metadata = isRecord(patch['metadata']) ? patch['metadata'] : {};
	const { namespace = '', name = '' } = metadata as { namespace?: string; name?: string };
	const kind = kindText(String(patch['apiVersion']), String(patch['kind']));
	return `${namespace}/${name}; ${kind}`;
}

function isGiven(metadata: object): boolean {
	return Array.isArray((metadata as { readonly managedFields?: unknown }).managedFields);
}

/** Models conversion of a query's text to a truth: whatever isn't false is true. */
function isForced({ query }: ApiRequest): boolean {
	const { force } = query ?? {};
	return force !== undefined && !['0', 'false'].includes(force.toLowerCase());
}

function withLast(object: KubeObject, patch: Patch, { manager }: RequestContext): KubeObject {
	return manager === upgradingManager ? withLastApplied(object, patch) : object;
}

/** What is pruned down to nothing has metadata all the same. */
function named(object: KubeObject): KubeObject {
	return { ...object, metadata: (object.metadata as KubeObject['metadata'] | null) ?? {} };
}

/** What a strict reader says of keys that are set twice: warnings, or a refusal. */
function repeatedKeys({ reading, query }: ApiRequest): readonly string[] | Status {
	const errors = reading?.strictErrors([]) ?? [];
	const validation = query?.fieldValidation || 'Warn';
	if (errors.length === 0 || validation === 'Ignore') return [];
	if (validation === 'Strict') {
		return badRequest(
			`error strict decoding YAML: error converting YAML to JSON: ${errors.join(', ')}`
		);
	}
	return errors.flatMap((error) =>
		error
			.split('\n')
			.slice(1)
			.map((line) => line.trim())
	);
}
