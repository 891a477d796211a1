import type { Status } from '#lib/kubernetes/object.ts';
import type { Condition, Pod } from '#lib/kubernetes/pod.ts';
import { conflict, notFound, success } from '#lib/kubernetes/status.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';

interface Binding {
	readonly target?: { readonly name?: string };
}

/**
 * POST …/pods/NAME/binding: sets `spec.nodeName` and PodScheduled=True, once. This is all that assigns a Pod to a node.
 * Models pkg/registry/core/pod/storage/storage.go BindingREST.setPodNodeAndMetadata.
 */
export function bindingOperation(context: RequestContext): WriteOperation {
	const { route, cache, timestamp } = context;
	const name = route.name!;
	const named = { group: '', resource: 'pods' };
	const key = storageKey('pods', route.namespace, name);

	return {
		exactVersion: false,

		mutate(fresh): Proposal | Status {
			const current = (fresh === undefined ? cache.get(key) : fresh) as Pod | null;
			if (current === null) return notFound(named, name);
			if (current.metadata.deletionTimestamp !== undefined) {
				return conflict(named, name, `pod ${name} is being deleted, cannot be assigned to a host`);
			}
			if (current.spec.nodeName) {
				return conflict(
					named,
					name,
					`pod ${name} is already assigned to node ${JSON.stringify(current.spec.nodeName)}`
				);
			}
			const nodeName = (context.request.body as Binding).target?.name ?? '';
			const scheduled: Condition = {
				type: 'PodScheduled',
				status: 'True',
				lastProbeTime: null,
				lastTransitionTime: timestamp
			};
			const others = (current.status.conditions ?? []).filter(
				(condition) => condition.type !== 'PodScheduled'
			);
			const object: Pod = {
				...current,
				spec: { ...current.spec, nodeName },
				status: { ...current.status, conditions: [...others, scheduled] }
			};
			return { key, expected: Number(current.metadata.resourceVersion), current, object };
		},

		validate: () => undefined,

		respond: () => ({ code: 201, body: success() })
	};
}
