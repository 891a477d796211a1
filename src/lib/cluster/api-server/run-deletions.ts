import type { KubeObject, Status } from '#lib/kubernetes/object.ts';
import { isStatus } from '#lib/kubernetes/status.ts';
import type { ApiServer } from './api-server.ts';
import type { WriteOperation } from './operation.ts';

/**
 * Deletes the objects of a collection one after another; one that has gone meanwhile is passed over, the first that may
 * not be deleted ends it. Models apiserver/pkg/registry/generic/registry/store.go DeleteCollection, with one worker.
 *
 * @param onDone called with the refusal, if there was one
 */
export function runDeletions(
	server: ApiServer,
	requestId: number,
	deletions: readonly WriteOperation[],
	onDone: (refusal?: Status) => void
): void {
	const run = (index: number, fresh?: KubeObject | null): void => {
		const operation = deletions[index];
		if (operation === undefined) return onDone();
		const proposal = operation.mutate(fresh);
		if (isStatus(proposal)) return proposal.code === 404 ? run(index + 1) : onDone(proposal);
		if (proposal.unchanged === true) return run(index + 1);
		server.store(
			requestId,
			proposal,
			() => run(index + 1),
			(current) => run(index, current)
		);
	};
	run(0);
}
