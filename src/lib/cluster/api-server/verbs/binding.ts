import type { Status } from '#lib/kubernetes/object.ts';
import type { Condition, Pod } from '#lib/kubernetes/pod.ts';
import { conflict, notFound, plainError, success } from '#lib/kubernetes/status.ts';
import {
	errorText,
	notSupportedError,
	requiredError
} from '#lib/kubernetes/validation/field-error.ts';
import { withTopology } from '../admission/pod-topology.ts';
import type { Proposal, RequestContext, WriteOperation } from '../operation.ts';
import { storageKey } from '../storage-key.ts';

interface Binding {
	readonly metadata?: { readonly name?: string };
	readonly target?: { readonly kind?: string; readonly name?: string };
}

/**
 * POST …/pods/NAME/binding: sets `spec.nodeName` and PodScheduled=True, once. This is all that assigns a Pod to a node.
 * Models pkg/registry/core/pod/storage/storage.go BindingREST.Create and setPodNodeAndMetadata.
 */
export function bindingOperation(context: RequestContext): WriteOperation {
	const { route, cache, timestamp } = context;
	// The old way is a collection of its own, where the body names the Pod.
	const name = route.name ?? ((context.request.body ?? {}) as Binding).metadata?.name ?? '';
	const named = { group: '', resource: 'pods/binding' };
	const key = storageKey('pods', route.namespace, name);
	const { target = {} } = (context.request.body ?? {}) as Binding;

	return {
		exactVersion: false,

		mutate(fresh): Proposal | Status {
			const wrong = wrongTarget(target);
			if (wrong !== undefined) return wrong;
			const current = (fresh === undefined ? cache.get(key) : fresh) as Pod | null;
			if (current === null) return notFound({ group: '', resource: 'pods' }, name);
			const why = unassignable(current);
			if (why !== undefined) return conflict(named, name, `pod ${name} ${why}`);
			const scheduled: Condition = {
				type: 'PodScheduled',
				status: 'True',
				lastProbeTime: null,
				lastTransitionTime: timestamp
			};
			// A place that was kept for it is kept no longer.
			const { nominatedNodeName: _, ...status } = current.status;
			const others = (status.conditions ?? []).filter(
				(condition) => condition.type !== 'PodScheduled'
			);
			const object: Pod = {
				...current,
				spec: { ...current.spec, nodeName: target.name! },
				status: { ...status, conditions: [...others, scheduled] }
			};
			const expected = Number(current.metadata.resourceVersion);
			return { key, expected, current, object: withTopology(object, context) };
		},

		validate: () => undefined,

		respond: () => ({ code: 201, body: { ...success(), code: 201 } })
	};
}

/** Models pkg/apis/core/validation/validation.go ValidatePodBinding; upstream answers its first error as it is. */
function wrongTarget({ kind = '', name = '' }: NonNullable<Binding['target']>): Status | undefined {
	if (!['', 'Node'].includes(kind)) {
		return plainError(errorText(notSupportedError('target.kind', kind, ['Node', '<empty>'])));
	}
	return name === '' ? plainError(errorText(requiredError('target.name'))) : undefined;
}

/** Why a Pod can't be given a node; undefined when it can. */
function unassignable({ metadata, spec }: Pod): string | undefined {
	if (metadata.deletionTimestamp !== undefined) {
		return 'is being deleted, cannot be assigned to a host';
	}
	if (spec.nodeName) return `is already assigned to node ${JSON.stringify(spec.nodeName)}`;
	return (spec.schedulingGates ?? []).length > 0
		? 'has non-empty .spec.schedulingGates'
		: undefined;
}
