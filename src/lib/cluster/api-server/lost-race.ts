import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { resourceName } from '#lib/kubernetes/resources.ts';
import { conflict, objectModified } from '#lib/kubernetes/status.ts';
import type { Proposal, RequestContext, WriteOperation } from './operation.ts';
import { alreadyThere } from './verbs/create.ts';

/**
 * What a write is told when somebody else wrote first; undefined when it is tried again from what is there now.
 *
 * @param current what is there now
 */
export function lostRace(
	proposal: Proposal,
	operation: WriteOperation,
	current: KubeObject | null,
	{ resource, route }: RequestContext
): Status | undefined {
	const isChange = operation.changesWhatIsThere === true && current !== null;
	if (proposal.expected === 0 && !isChange) {
		return alreadyThere(current ?? proposal.object!, resource);
	}
	return operation.exactVersion
		? conflict(resourceName(resource), route.name!, objectModified)
		: undefined;
}
