import type { Deployment } from '#lib/kubernetes/deployment.ts';
import type { ReplicaSet } from '#lib/kubernetes/replica-set.ts';
import type { EventRecorder } from '../event-recorder.ts';
import { objectPath } from '../object-path.ts';
import { insist, type Work } from '../work.ts';
import { sizeAnnotations, sizeAnnotationsDiffer } from './annotations.ts';
import { desiredReplicas, maxReplicas } from './fenceposts.ts';
import { sizeOf } from './replica-counts.ts';
import type { Resize } from './rolling-arithmetic.ts';

/**
 * Writes a ReplicaSet's new size, and what it is to know of the Deployment's. Models pkg/controller/deployment/sync.go
 * scaleReplicaSet.
 *
 * @returns the ReplicaSet as it is now
 * @throws RequestRefused
 */
export function* scaleReplicaSet(
	deployment: Deployment,
	{ replicaSet: set, to }: Resize,
	events: EventRecorder
): Work<ReplicaSet> {
	const from = sizeOf(set);
	const { annotations, namespace, name } = set.metadata;
	const desired = desiredReplicas(deployment.spec);
	if (from === to && !sizeAnnotationsDiffer(annotations, desired, maxReplicas(deployment))) {
		return set;
	}
	const updated = yield* insist<ReplicaSet>({
		method: 'PUT',
		path: objectPath(set, namespace, name!),
		body: {
			...set,
			metadata: {
				...set.metadata,
				annotations: { ...annotations, ...sizeAnnotations(deployment) }
			},
			spec: { ...set.spec, replicas: to }
		}
	});
	if (from !== to) {
		const direction = from < to ? 'up' : 'down';
		const message = `Scaled ${direction} replica set ${name} from ${from} to ${to}`;
		events.post(deployment, 'Normal', 'ScalingReplicaSet', message);
	}
	return updated;
}
