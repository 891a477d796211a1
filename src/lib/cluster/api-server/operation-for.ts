import type { RequestContext, WriteOperation } from './operation.ts';
import { applyOperation } from './verbs/apply.ts';
import { bindingOperation } from './verbs/binding.ts';
import { applyPatch } from './verbs/changed-object.ts';
import { createOperation } from './verbs/create.ts';
import { deleteOperation } from './verbs/delete.ts';
import { evictionOperation } from './verbs/eviction.ts';
import { scaleOperation } from './verbs/scale.ts';
import { updateOperation } from './verbs/update.ts';

/** What a write does, by verb and subresource; undefined for those that nothing here does. */
export function operationFor(context: RequestContext): WriteOperation | undefined {
	const { verb, subresource } = context.route;
	if (context.resource.kind === 'Binding') return bindingOperation(context);
	switch (subresource) {
		case undefined:
			return ofObject(verb, context);
		case 'binding':
			return bindingOperation(context);
		case 'eviction':
			return evictionOperation(context);
		case 'scale':
			return scaleOperation(context);
		case 'approval':
		case 'ephemeralcontainers':
		case 'resize':
		case 'status':
		case 'finalize':
			return changeOperation(context);
		default:
			return undefined;
	}
}

function changeOperation(context: RequestContext): WriteOperation {
	const isApply = context.request.contentType === applyPatch;
	return isApply ? applyOperation(context) : updateOperation(context);
}

function ofObject(verb: string, context: RequestContext): WriteOperation | undefined {
	switch (verb) {
		case 'create':
			return createOperation(context);
		case 'update':
		case 'patch':
			return changeOperation(context);
		case 'delete':
			return deleteOperation(context);
		default:
			return undefined;
	}
}
