import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { resourceName } from '#lib/kubernetes/resources.ts';
import {
	conflict,
	invalid,
	isStatus,
	notFound,
	objectModified,
	plainError,
	type ResourceName
} from '#lib/kubernetes/status.ts';
import { causeOf, invalidError } from '#lib/kubernetes/validation/field-error.ts';
import { escalation } from '../access/escalation.ts';
import { refusedResize } from '../admission/claim-resize.ts';
import { admit } from '../admission/admission.ts';
import { invalidPolicy, policyWarnings } from '../admission/pod-security/namespace-policy.ts';
import { invalidObject, invalidPart, invalidStatus } from '../decoding.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { withOwnersOnce } from '../owner-duplicates.ts';
import { storageKey } from '../storage-key.ts';
import { podParts } from '../strategies/pod-parts.ts';
import { strategyOf } from '../strategies/strategy.ts';
import {
	type ChangedObject,
	patchedObject,
	preparedUpdate,
	replacement
} from './changed-object.ts';

/**
 * PUT and PATCH, of an object or of its status. Models apiserver/pkg/endpoints/handlers/{update,patch}.go and
 * registry/generic/registry/store.go Update: the change is worked out again from the newest version when the race was
 * lost, unless the client named the version that it changes.
 *
 * @param changedBy what a request that isn't a PUT makes of an object
 */
export function updateOperation(
	context: RequestContext,
	changedBy = (current: KubeObject): ChangedObject | Status => patchedObject(current, context)
): WriteOperation {
	const { resource, route, cache, request, fieldManagers } = context;
	const name = route.name!;
	const named = resourceName(resource);
	const key = storageKey(resource.plural, route.namespace, name);
	const asked = (context.request.body as Partial<KubeObject> | undefined)?.metadata;

	return {
		exactVersion: Boolean(asked?.resourceVersion),

		mutate(fresh): Proposal | Status {
			const current = fresh === undefined ? cache.get(key) : fresh;
			const replaced = request.method === 'PUT' ? replacement(current, context) : undefined;
			if (isStatus(replaced)) return replaced;
			if (current === null) return notFound(named, name);
			const changed = replaced ?? changedBy(current);
			if (isStatus(changed)) return changed;
			const { resourceVersion: version, uid } = changed.object.metadata;
			if (version && !/^\d+$/.test(version)) {
				return plainError(`strconv.ParseUint: parsing ${JSON.stringify(version)}: invalid syntax`);
			}
			if (replaced !== undefined && uid && uid !== current.metadata.uid) {
				const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`;
				return conflict(
					named,
					name,
					`StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${why}`
				);
			}
			if (!version && strategyOf(resource.plural).needsVersion) {
				return versionNeeded(named, name);
			}
			if (version && version !== current.metadata.resourceVersion) {
				return conflict(named, name, objectModified);
			}
			const admitted = admit(changed.object, context);
			if (isStatus(admitted)) return admitted;
			const { object: settled, warnings } = withOwnersOnce(
				{ ...changed, object: admitted.object },
				' after mutating admission happens'
			);
			const escalated = escalation(settled, current, context);
			if (escalated !== undefined) return escalated;
			const updated = preparedUpdate(settled, current, context);
			if (isStatus(updated)) return updated;
			const expected = Number(current.metadata.resourceVersion);
			if (isDeletedByUpdate(updated, current, resource.plural)) {
				return { key, expected, current, object: null, answer: updated };
			}
			const { write } = changed;
			return {
				key,
				expected,
				current,
				object: updated,
				write,
				unchanged: isDeepEqual(updated, current) && !fieldManagers.isChangedBy(write, current),
				mutations: admitted.mutations,
				warnings
			};
		},

		validate({ object, current, unchanged }) {
			if (unchanged === true || object === null || route.subresource === 'finalize') {
				return undefined;
			}
			const { subresource } = route;
			if (subresource !== undefined && subresource in podParts) {
				return invalidPart(object, current!, subresource);
			}
			return subresource === 'status'
				? invalidStatus(object, current!, resource.custom)
				: (invalidObject(object, current ?? undefined, resource.custom) ??
						refusedResize(object, current!, context) ??
						invalidPolicy(object, current!, context));
		},

		respond(stored, { warnings = [], object, current, answer }) {
			const body = stored ?? answer ?? object!;
			const all = [...warnings, ...policyWarnings(body, current, context)];
			return { code: 200, body, ...(all.length > 0 && { warnings: all }) };
		}
	};
}

/** Upstream names the resource where the kind should be. */
function versionNeeded({ group, resource }: ResourceName, name: string): Status {
	const error = invalidError('metadata.resourceVersion', 0, 'must be specified for an update');
	return invalid({ group, kind: resource }, name, [causeOf(error)]);
}

/**
 * Whoever takes the last finalizer off an object that is being deleted deletes it. Models store.go
 * ShouldDeleteDuringUpdate, and that of the Namespaces.
 */
function isDeletedByUpdate(updated: KubeObject, current: KubeObject, resource: string): boolean {
	const { deletionTimestamp, deletionGracePeriodSeconds } = current.metadata;
	return (
		deletionTimestamp !== undefined &&
		!deletionGracePeriodSeconds &&
		(updated.metadata.finalizers ?? []).length === 0 &&
		(strategyOf(resource).staysDuringUpdate?.(updated) ?? false) === false
	);
}
