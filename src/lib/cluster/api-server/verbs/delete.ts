import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import type { KubeObject, ObjectMeta, Status } from '#lib/kubernetes/object.ts';
import { groupOf, resourceName } from '#lib/kubernetes/resources.ts';
import { isStatus, notFound, success } from '#lib/kubernetes/status.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { strategyOf } from '../strategies/strategy.ts';
import { type DeleteOptions, deleteOptionsOf, unmetPrecondition } from './delete-options.ts';
import { deletionFinalizers } from './deletion-finalizers.ts';
import { type DeletionGrace, deletionGrace } from './deletion-grace.ts';

/**
 * DELETE. A kind with a grace period is marked (`deletionTimestamp`) and stays until whoever runs it deletes it again with
 * grace 0; then it is marked once more and goes. Finalizers keep it as well, those too that the deletion itself brings.
 *
 * Models apiserver/pkg/registry/generic/registry/store.go Delete and updateForGracefulDeletionAndFinalizers.
 */
export function deleteOperation(
	context: RequestContext,
	name = context.route.name!
): WriteOperation {
	const { resource, route, cache, wallMs } = context;
	const strategy = strategyOf(resource.plural);
	const named = resourceName(resource);
	const key = storageKey(resource.plural, route.namespace, name);
	const options = deleteOptionsOf(context);
	const isExact =
		!isStatus(options) && (options as DeleteOptions).preconditions?.resourceVersion !== undefined;

	return {
		exactVersion: isExact,

		mutate(fresh): Proposal | Status {
			if (isStatus(options)) return options;
			const wanted = options as DeleteOptions;
			const current = fresh === undefined ? cache.get(key) : fresh;
			if (current === null) return notFound(named, name);
			const refusal = strategy.refuseDelete?.(current) ?? unmetPrecondition(current, wanted);
			if (refusal !== undefined) return refusal;
			const expected = Number(current.metadata.resourceVersion);
			const base = { key, expected, current };
			const own = strategy.deletes?.(current, context);
			if (own !== undefined) return { ...base, object: own, unchanged: own === current };
			const grace = deletionGrace(current, strategy, wanted.gracePeriodSeconds, wallMs);
			if (grace.graceful === 'pending') return { ...base, object: current, unchanged: true };
			const finalizers = deletionFinalizers(current.metadata, wanted, strategy.orphansDependents);
			const kept = finalizers.length > 0;
			if (!grace.graceful && !kept) return { ...base, object: null, ...goesWith(context, name) };
			const object = marked(current, finalizers, grace, wallMs);
			return {
				...base,
				object,
				unchanged: isDeepEqual(object, current),
				thenDelete: !kept && grace.graceful === true && grace.seconds === 0
			};
		},

		validate: () => undefined,

		respond: (stored, { object, current, thenDelete }) => {
			const isGone = object === null || thenDelete === true;
			const { propagationPolicy, orphanDependents } = options as DeleteOptions;
			const isUnsaid = propagationPolicy === undefined && orphanDependents === undefined;
			const warning = isUnsaid ? strategy.deletionWarning : undefined;
			const warned = warning === undefined ? undefined : { warnings: [warning] };
			if (!isGone || strategy.returnsDeleted) {
				return { code: 200, body: stored ?? object ?? current!, ...warned };
			}
			const { uid } = current!.metadata;
			const kind = resourceName(resource).resource;
			const group = groupOf(resource);
			const details = { name, ...(group && { group }), kind, ...(uid && { uid }) };
			return { code: 200, body: success(details), ...warned };
		}
	};
}

/** A Service takes its Endpoints along. Models pkg/registry/core/service/storage/storage.go afterDelete. */
function goesWith({ resource, route }: RequestContext, name: string): Partial<Proposal> {
	if (resource.plural !== 'services') return {};
	return { alsoDelete: storageKey('endpoints', route.namespace, name) };
}

/** `deletionTimestamp` is the moment when the grace ends, not when someone asked. Models markAsDeleting. */
function marked(
	current: KubeObject,
	finalizers: readonly string[],
	grace: DeletionGrace,
	nowMs: number
): KubeObject {
	const { finalizers: _old, ...metadata } = current.metadata;
	const isFirst = metadata.deletionTimestamp === undefined;
	const { generation = 0 } = metadata;
	return {
		...current,
		metadata: {
			...metadata,
			...(isFirst && generation > 0 && { generation: generation + 1 }),
			...deletionMoment(metadata, grace, nowMs),
			...(finalizers.length > 0 && { finalizers })
		}
	};
}

function deletionMoment(metadata: ObjectMeta, grace: DeletionGrace, nowMs: number): ObjectMeta {
	if (grace.graceful === true) {
		return {
			deletionTimestamp: timestamp(grace.endsMs),
			deletionGracePeriodSeconds: grace.seconds
		};
	}
	const before = metadata.deletionTimestamp;
	const isLater = before === undefined || Date.parse(before) > nowMs;
	return {
		deletionTimestamp: isLater ? timestamp(nowMs) : before,
		deletionGracePeriodSeconds: 0
	};
}

function timestamp(ms: number): string {
	return new Date(ms).toISOString().slice(0, 19) + 'Z';
}
