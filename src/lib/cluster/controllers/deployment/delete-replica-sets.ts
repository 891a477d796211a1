import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import { objectPath } from '../object-path.ts';
import { ask, RequestRefused, type Work } from '../work.ts';

/**
 * Deletes them one after another; one that is gone already is no failure.
 * Models pkg/controller/deployment/sync.go cleanupDeployment.
 *
 * @throws RequestRefused
 */
export function* deleteReplicaSets(sets: readonly ReplicaSet[]): Work {
	for (const set of sets) {
		const { namespace, name } = set.metadata;
		const response = yield* ask({ method: 'DELETE', path: objectPath(set, namespace, name!) });
		if (response.code >= 300 && response.code !== 404) throw new RequestRefused(response);
	}
}
