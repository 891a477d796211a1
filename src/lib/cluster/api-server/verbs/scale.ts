import type { ApiRequest } from '#lib/kubernetes/api-client.ts';
import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { reread } from '#lib/kubernetes/managed-fields/managed-fields-entry.ts';
import { scaleManagers } from '#lib/kubernetes/managed-fields/scale-managers.ts';
import { formatSelector, type LabelSelector, selectorOf } from '#lib/kubernetes/labels/selector.ts';
import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { type Resource, resourceName } from '#lib/kubernetes/resources.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { conflict, invalid, isStatus, notFound, objectModified } from '#lib/kubernetes/status.ts';
import { causeOf } from '#lib/kubernetes/validation/field-error.ts';
import { nonNegative } from '#lib/kubernetes/validation/metadata.ts';
import { invalidObject } from '../decoding.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { scaleWrite } from '../field-managers/scale-write.ts';
import { appliedTo } from './applied-object.ts';
import {
	applyPatch,
	type ChangedObject,
	patchedObject,
	preparedUpdate,
	replacement
} from './changed-object.ts';

/** autoscaling/v1 Scale: a count, and what is counted. */
interface Scale extends KubeObject {
	readonly spec: { readonly replicas?: number };
	readonly status: { readonly replicas: number; readonly selector?: string };
}

/** What the body of a request to `scale` is read as. */
const scaleResource: Resource = {
	kind: 'Scale',
	apiVersion: 'autoscaling/v1',
	plural: 'scale',
	singular: 'scale',
	shortNames: [],
	namespaced: true,
	subresources: [],
	inAll: false,
	isExtension: false,
	verbs: []
};

/** The Scale of a workload. Models pkg/registry/apps/deployment/storage/storage.go scaleFromDeployment. */
export function scaleOf(object: KubeObject, { custom }: Pick<Resource, 'custom'> = {}): Scale {
	const { metadata } = object;
	const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
	return {
		kind: 'Scale',
		apiVersion: 'autoscaling/v1',
		metadata: {
			name,
			namespace,
			uid,
			resourceVersion,
			creationTimestamp
		} as KubeObject['metadata'],
		...(custom?.scale?.of(object) ?? workloadScale(object))
	};
}

function workloadScale(object: KubeObject): Pick<Scale, 'spec' | 'status'> {
	const { spec, status } = object as Deployment | ReplicaSet;
	return {
		spec: spec.replicas ? { replicas: spec.replicas } : {},
		status: {
			replicas: status?.replicas ?? 0,
			selector: formatSelector(selectorOf(selectorIn(object)))
		}
	};
}

/** A ReplicationController's selector is labels alone. */
function selectorIn({ kind, spec }: KubeObject): LabelSelector {
	const { selector } = spec as { selector?: LabelSelector };
	if (kind !== 'ReplicationController') return selector ?? {};
	return { matchLabels: (selector ?? {}) as Readonly<Record<string, string>> };
}

/** PUT and PATCH of `scale`: the count of the workload itself. Models ScaleREST.Update and scaleUpdatedObjectInfo. */
export function scaleOperation(context: RequestContext): WriteOperation {
	const { resource, route, cache, request, fieldManagers } = context;
	const name = route.name!;
	const named = resourceName(resource);
	const key = storageKey(resource.plural, route.namespace, name);
	const asked = (context.request.body as Partial<KubeObject> | undefined)?.metadata;

	return {
		exactVersion: Boolean(asked?.resourceVersion),

		mutate(fresh): Proposal | Status {
			const current = fresh === undefined ? cache.get(key) : fresh;
			if (current === null) return notFound(named, name);
			const asScale = { ...context, resource: scaleResource };
			const changed = changedScale(current, request, asScale, resource);
			if (isStatus(changed)) return changed;
			const scale = changed.object as Scale;
			const refusal = invalidScale(scale);
			if (refusal !== undefined) return refusal;
			const { uid, resourceVersion } = scale.metadata;
			if (uid && uid !== current.metadata.uid) {
				const why = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`;
				return conflict(named, name, why);
			}
			if (resourceVersion && resourceVersion !== current.metadata.resourceVersion) {
				return conflict(named, name, objectModified);
			}
			const replicas = scale.spec.replicas ?? 0;
			const scaled = resource.custom?.scale?.with(current, replicas) ?? {
				...current,
				spec: { ...(current as Deployment).spec, replicas }
			};
			const object = preparedUpdate(scaled, current, context);
			if (isStatus(object)) return object;
			const expected = Number(current.metadata.resourceVersion);
			const write = scaleWrite(resource.apiVersion, (managers, before) =>
				changed.write.managersAfter(managers, scaleOf(before, resource))
			);
			const unchanged = isDeepEqual(object, current) && !fieldManagers.isChangedBy(write, current);
			return { key, expected, current, object, write, unchanged };
		},

		validate: ({ object, current, unchanged }) =>
			unchanged === true ? undefined : invalidObject(object!, current!, resource.custom),

		respond: (stored, { object }) => ({ code: 200, body: scaleOf(stored ?? object!, resource) })
	};
}

/** What a request makes of the Scale of an object. */
function changedScale(
	current: KubeObject,
	request: ApiRequest,
	asScale: RequestContext,
	resource: Resource
): ChangedObject | Status {
	if (request.method === 'PUT') return replacement(null, asScale);
	const scale = scaleOf(current, resource);
	if (request.contentType !== applyPatch) return patchedObject(scale, asScale);
	const known = reread(asScale.fieldManagers.managersOf(current));
	return appliedTo(scale, asScale, scaleManagers(known, current.apiVersion));
}

/** Models pkg/apis/autoscaling/validation/validation.go ValidateScale. */
function invalidScale({ spec, metadata }: Scale): Status | undefined {
	const errors = nonNegative(spec.replicas, 'spec.replicas');
	return errors.length === 0
		? undefined
		: invalid({ group: 'autoscaling', kind: 'Scale' }, metadata.name ?? '', errors.map(causeOf));
}
