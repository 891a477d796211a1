import { isDeepEqual } from '#lib/kubernetes/deep-equal.ts';
import { specChanges } from './spec-changes.ts';
import type { Strategy } from './strategy.ts';
import { withMetadataOf } from './with-metadata-of.ts';

/**
 * Annotations count as well, since they are copied to the ReplicaSets.
 * Models pkg/registry/apps/deployment/strategy.go deploymentStrategy.
 */
export const deploymentStrategy: Strategy = {
	prepareForCreate: (object) => ({ ...object, status: {} }),
	prepareForStatusUpdate: (updated, current) => withMetadataOf(updated, current, 'labels'),
	changesGeneration: (updated, current) =>
		specChanges(updated, current) ||
		!isDeepEqual(updated.metadata.annotations, current.metadata.annotations)
};

/** Models pkg/registry/apps/replicaset/strategy.go rsStrategy. */
export const replicaSetStrategy: Strategy = {
	prepareForCreate: (object) => ({ ...object, status: { replicas: 0 } }),
	changesGeneration: specChanges
};
