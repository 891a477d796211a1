import { groupOf } from '#lib/kubernetes/resources.ts';
import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { conflict, notFound, success } from '#lib/kubernetes/status.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';
import { strategyOf } from '../strategies/strategy.ts';

interface DeleteOptions {
	readonly gracePeriodSeconds?: number;
	readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}

/**
 * DELETE. A kind with a grace period is marked (`deletionTimestamp`) and stays until whoever runs it deletes it again with
 * grace 0; then it is marked once more and goes. Finalizers keep it as well.
 *
 * Models apiserver/pkg/registry/rest/delete.go BeforeDelete and registry/generic/registry/store.go Delete.
 */
export function deleteOperation(context: RequestContext): WriteOperation {
	const { resource, route, cache } = context;
	const name = route.name!;
	const named = { group: groupOf(resource), resource: resource.plural };
	const key = storageKey(resource.plural, route.namespace, name);
	const options = (context.request.body ?? {}) as DeleteOptions;

	return {
		exactVersion: options.preconditions?.resourceVersion !== undefined,

		mutate(fresh): Proposal | Status {
			const current = fresh === undefined ? cache.get(key) : fresh;
			if (current === null) return notFound(named, name);
			const refusal = unmetPrecondition(current, options);
			if (refusal !== undefined) return conflict(named, name, refusal);
			const expected = Number(current.metadata.resourceVersion);
			const base = { key, expected, current };
			const grace = strategyOf(resource.plural).gracePeriodSeconds?.(
				current,
				graceAsked(options, context)
			);
			const kept = (current.metadata.finalizers ?? []).length > 0;
			if (grace === undefined) {
				if (!kept && route.resource !== 'namespaces') return { ...base, object: null };
				if (current.metadata.deletionTimestamp !== undefined) {
					return { ...base, object: current, unchanged: true };
				}
				return { ...base, object: marked(current, 0, context) };
			}
			const left = current.metadata.deletionGracePeriodSeconds;
			if (left !== undefined && grace >= left && grace > 0) {
				return { ...base, object: current, unchanged: true };
			}
			return {
				...base,
				object: marked(current, grace, context),
				thenDelete: grace === 0 && !kept
			};
		},

		validate: () => undefined,

		respond: (stored, { object, current }) => ({
			code: 200,
			body: hasGrace(resource.plural)
				? (stored ?? object ?? current!)
				: success({
						name,
						group: groupOf(resource),
						kind: resource.plural,
						...(current?.metadata.uid === undefined ? undefined : { uid: current.metadata.uid })
					})
		})
	};
}

function hasGrace(resource: string): boolean {
	return strategyOf(resource).gracePeriodSeconds !== undefined;
}

function graceAsked(options: DeleteOptions, { request }: RequestContext): number | undefined {
	const inQuery = request.query?.gracePeriodSeconds;
	return options.gracePeriodSeconds ?? (inQuery === undefined ? undefined : Number(inQuery));
}

function unmetPrecondition(
	current: KubeObject,
	{ preconditions }: DeleteOptions
): string | undefined {
	const { uid, resourceVersion } = preconditions ?? {};
	if (uid !== undefined && uid !== current.metadata.uid) {
		return `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`;
	}
	if (resourceVersion !== undefined && resourceVersion !== current.metadata.resourceVersion) {
		return `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${current.metadata.resourceVersion}`;
	}
	return undefined;
}

/** `deletionTimestamp` is the moment when the grace ends, not when someone asked. */
function marked(
	current: KubeObject,
	grace: number,
	{ wallMs, resource }: RequestContext
): KubeObject {
	const { generation } = current.metadata;
	const first = current.metadata.deletionTimestamp === undefined;
	const marking: KubeObject = {
		...current,
		metadata: {
			...current.metadata,
			...(first && generation !== undefined ? { generation: generation + 1 } : undefined),
			deletionTimestamp: new Date(wallMs + grace * 1000).toISOString().slice(0, 19) + 'Z',
			deletionGracePeriodSeconds: grace
		}
	};
	if (resource.plural !== 'namespaces') return marking;
	return { ...marking, status: { phase: 'Terminating' } };
}
